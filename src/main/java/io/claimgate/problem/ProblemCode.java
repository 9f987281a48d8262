package io.claimgate.problem;

/**
 * The one catalogue of faults. {@code docs/error-catalogue.md} is generated from it; a code is never used for another
 * meaning again. Prefixes: ERP files and rows, CLM claims, DOS dossiers, REC recoveries, ACC accounting, SEC security, OPS operations
 * and configuration.
 */
public enum ProblemCode {
    // Files as a whole
    ERP_001(
            "ERP-001",
            "Unknown feed",
            "No feed of the source matches the file name; rename the file or add a feed to the source's mapping."),
    ERP_002(
            "ERP-002",
            "Unreadable file",
            "The file cannot be read in the format and charset of its feed; export it again as the mapping says."),
    ERP_003(
            "ERP-003",
            "Incomplete file",
            "Row count or checksum differ from the marker or trailer; send the complete file again."),
    ERP_004(
            "ERP-004",
            "Missing column",
            "A column that the mapping names is not in the header; correct the export or the mapping."),
    ERP_005(
            "ERP-005",
            "Rejected as a whole",
            "The feed takes all rows or none and some are faulty; correct them and drop the file again."),
    ERP_006("ERP-006", "Duplicate file", "The same bytes as the feed's last effective file; nothing to do."),
    ERP_007("ERP-007", "Stale file", "Its asOf is older than the last one applied; send the newer state."),
    ERP_008("ERP-008", "Held for a person", "A guard stopped the file; release or refuse it."),
    ERP_009("ERP-009", "Empty file", "The file has no header or no row; send the real content."),
    ERP_010("ERP-010", "Row too long", "A row or field is longer than the limit; correct the export."),
    // Rows
    ERP_101("ERP-101", "Missing value", "A required field is empty; fill it and drop the row again."),
    ERP_102("ERP-102", "Value too long", "The value is longer than the field allows; shorten it."),
    ERP_103("ERP-103", "Not a number", "Not an amount in the feed's number format; correct it."),
    ERP_104("ERP-104", "Not a date", "Not a date in the feed's date format; correct it."),
    ERP_105(
            "ERP-105",
            "Too many decimals",
            "More decimals than the currency has and the mapping allows no rounding; correct the amount."),
    ERP_106("ERP-106", "Unknown code", "Not a value of the code list; correct it or map it."),
    ERP_107(
            "ERP-107",
            "Duplicate key in the file",
            "The business key stands on an earlier line with other content; keep one."),
    ERP_108("ERP-108", "Foreign creditor", "The row names a creditor that this source does not serve."),
    ERP_109("ERP-109", "Key of another source", "Another source owns this business key; a person decides."),
    ERP_110("ERP-110", "Amount out of range", "The amount is negative or beyond what is allowed here."),
    ERP_111("ERP-111", "Unknown invoice or buyer", "What the row refers to is not known for this creditor."),
    ERP_112("ERP-112", "Wrong number of fields", "The row has more or fewer fields than the header."),
    ERP_113(
            "ERP-113",
            "Forbidden character",
            "The value holds a character that no text can hold (NUL, half a surrogate pair); correct the export."),
    // Warnings of rows
    ERP_201("ERP-201", "Issue date in the future", "Taken; check the export."),
    ERP_202("ERP-202", "Due date before issue date", "Taken; check the export."),
    ERP_203(
            "ERP-203",
            "Later due date proposed",
            "The first accepted due date stays the anchor; record an extension if it is one."),
    ERP_204("ERP-204", "Beyond the maximum credit term", "Taken, but not insured; see the policy."),
    ERP_205("ERP-205", "No policy", "No policy covers this receivable; it is kept without deadlines."),
    ERP_206(
            "ERP-206",
            "Registration of another buyer",
            "Two customer numbers that stand for different buyers name one registration; a person merges them."),
    // Claims
    CLM_001("CLM-001", "Deadline comes near", "Declare, or have the buyer pay."),
    CLM_002("CLM-002", "Cover stopped", "New deliveries to this buyer are not insured."),
    CLM_003("CLM-003", "Window missed", "The close passed without an accepted declaration; a person must act."),
    CLM_004("CLM-004", "Deadline cannot be computed", "A fact is missing; bring it in."),
    CLM_005("CLM-005", "Awaiting approval", "Release the claim or withdraw it."),
    CLM_006(
            "CLM-006",
            "Daily cap reached",
            "More claims than the policy lets go automatically in a day; an approver releases them."),
    CLM_007("CLM-007", "Outcome unknown", "The answer was lost; the insurer is asked before anything is sent again."),
    CLM_008("CLM-008", "Rejected by the insurer", "The insurer did not take the message; correct and release."),
    CLM_009(
            "CLM-009",
            "Not sent yet past the safe date",
            "The machine goes on trying until the close; file by hand if it cannot."),
    CLM_010("CLM-010", "Outgoing paused", "Nothing is sent until outgoing is resumed."),
    CLM_011("CLM-011", "Payment bounced near the close", "A receivable is open again with its first dates."),
    CLM_012("CLM-012", "Cannot be claimed by itself", "The claim needs a person; the message says why."),
    CLM_013(
            "CLM-013",
            "Change waits for a person",
            "Let the change of the claim go, or tell it by other means and record that it was told."),
    CLM_020(
            "CLM-020",
            "Consent of the insurer needed",
            "The postponement runs past the cover stop: ask the insurer and record a CONSENT, or the machine declares on the safe date."),
    CLM_021(
            "CLM-021",
            "Payment plan void",
            "An instalment was not paid: the first dates hold; make a new plan or let it be declared."),
    CLM_022(
            "CLM-022",
            "Rate missing",
            "Drop a file of a rates feed with the pair, its inverse, or both currencies against EUR; amounts without a rate are declared"
                    + " in their own currency and stand in no sum."),
    CLM_023(
            "CLM-023",
            "Limitation comes near",
            "Sue, or have the debt acknowledged, before the day; a lawyer decides what interrupts it."),
    CLM_030(
            "CLM-030",
            "Unusually many claims at once",
            "Look whether a file moved due dates or an ERP was replaced; release the claims together or one by one, or withdraw them."),
    CLM_031(
            "CLM-031",
            "First load waits",
            "Look through the drafted claims, then release the load or single claims; what is wrong is withdrawn."),
    CLM_032(
            "CLM-032",
            "Clock has jumped",
            "Set the machine's clock right if it is wrong; release the claims once it is right."),
    CLM_033(
            "CLM-033",
            "Waiting for a second person",
            "Somebody else confirms or refuses it on the page Second person, before it expires."),
    // Documents
    DOS_001(
            "DOS-001",
            "Nothing says what the document is",
            "Drop it again together with a side file <name>.json, or under a name of the feed's pattern."),
    DOS_002("DOS-002", "Unclear side file", "Correct the side file as the message says and drop both again."),
    DOS_003("DOS-003", "Empty document", "The document has no bytes; send the real one."),
    DOS_004(
            "DOS-004",
            "Document too large",
            "Larger than claimgate.documents.largest; send a smaller one, or raise the setting."),
    DOS_005(
            "DOS-005",
            "Content that is not accepted",
            "Send it as pdf, png, jpeg, tiff, xml, plain text, csv, eml, docx, xlsx or odt; archives and programs are never taken."),
    DOS_006("DOS-006", "Name and content differ", "Correct the ending of the name, or send the right file."),
    DOS_007("DOS-007", "Encrypted document", "Nobody could read it; send it without a password."),
    DOS_008(
            "DOS-008",
            "Belongs to nothing known",
            "No invoice, buyer or claim of this creditor is meant; bring it in or correct the reference, then send the document again."),
    // Dossiers and transfers
    DOS_010("DOS-010", "Evidence is missing", "Bring the documents in, or agree with the insurer."),
    DOS_011("DOS-011", "No receipt for documents", "Ask the insurer whether it has them."),
    DOS_012(
            "DOS-012",
            "Documents refused",
            "Mend what the insurer says and replay the task, or bring other documents."),
    DOS_013("DOS-013", "Documents cannot go by machine", "Send them by other means, or bring smaller ones."),
    DOS_015(
            "DOS-015",
            "Outcome of a transfer unknown",
            "The answer was lost; the insurer is asked before anything is sent again."),
    DOS_016("DOS-016", "Documents held back by a pause", "Nothing is sent until outgoing is resumed."),
    DOS_017("DOS-017", "Documents late", "Agree with the insurer; what is still missing goes as it comes."),
    // Results of insurers
    REC_001("REC-001", "Unknown claim", "The caller has no claim under these names; correct the claim key or number."),
    REC_002("REC-002", "Other content", "The message id came before with other content; give each message its own."),
    REC_003(
            "REC-003",
            "Two claims named",
            "Claim key and insurer's claim number belong to different claims; correct one."),
    REC_004("REC-004", "Results cannot be listed", "The insurer's list of results did not come or was not understood."),
    REC_005(
            "REC-005",
            "Listed result not taken",
            "The insurer lists a result that is not taken; agree with it what it is."),
    REC_006(
            "REC-006",
            "Amount not in the currency",
            "Not a currency, or more decimals than it has; correct the amount."),
    REC_010(
            "REC-010",
            "Decision changed",
            "The insurer decided otherwise than before, or refuses what it paid; agree with it."),
    REC_011(
            "REC-011",
            "One settlement told in two ways",
            "Only what came first counts; ask the insurer which is right and for another id for the other."),
    REC_012("REC-012", "Shares differ", "The insurer's shares are booked; agree with it where they are wrong."),
    REC_013(
            "REC-013",
            "Result for a claim that was not sent",
            "Nothing was sent of it; find out which claim the insurer means, then release this one."),
    REC_014(
            "REC-014",
            "Settlement cannot be right",
            "It is not booked; have the insurer tell it again as it should be, under the same settlement id."),
    REC_015(
            "REC-015",
            "More remitted than owed",
            "What was shared did not stay; ask the insurer for it, or keep it from the next remittance."),
    REC_016(
            "REC-016",
            "Credit note after an indemnity that our books cannot compute",
            "Tell the insurer of the credit note; what it takes back is booked when it says so."),
    REC_017(
            "REC-017",
            "Unexplained fall of the open amount after the indemnity",
            "If the buyer paid, bring the payment in: the insurer has a share in it."),
    REC_018("REC-018", "Owed to the insurer", "Pay it, then record the day and the reference."),
    REC_019(
            "REC-019",
            "Clawback differs from the credit notes",
            "The larger one is booked; agree with the insurer on what it takes back."),
    // Accounting
    ACC_001(
            "ACC-001",
            "Postings not answered",
            "See that the ERP imports the file and drops a posting-receipts file for it."),
    ACC_002(
            "ACC-002",
            "Posting refused by the ERP",
            "Mend the cause, have the ERP book it, and drop a receipt that says POSTED."),
    ACC_003("ACC-003", "File gone without an answer", "Find out whether the ERP has taken it, and say so."),
    ACC_004(
            "ACC-004",
            "Posting in a currency that the format cannot tell",
            "Set format: csv in the accounting mapping and replay the parked task."),
    ACC_005(
            "ACC-005",
            "Entry stands in a file with other lines",
            "It was written before the database was restored: compare it with what the ERP has booked, and book the difference there."),
    ACC_010("ACC-010", "Answer that cannot be", "The ERP answers what it was not told or has confirmed; look there."),
    // Security
    SEC_001("SEC-001", "Not allowed", "The account lacks the right or the creditor."),
    SEC_002("SEC-002", "Weak password", "Choose a password of at least 12 characters that is not the old one."),
    SEC_003("SEC-003", "Own request", "Who asked for it may not approve it."),
    SEC_010(
            "SEC-010",
            "Partner not let in",
            "Somebody called our notifications without a credential that is known here."),
    SEC_011(
            "SEC-011",
            "Message replayed",
            "A token was used again or is too old; each message needs a fresh envelope and a right clock."),
    SEC_012(
            "SEC-012",
            "Partner guesses",
            "Too many wrong credentials from one address; ask the partner, or find out who it is."),
    SEC_020(
            "SEC-020",
            "Audit chain broken",
            "The sealed history does not fit its anchor; verify the audit and restore what was changed."),
    SEC_021(
            "SEC-021",
            "Foreign event",
            "An event is not as a gateway recorded it and is not sealed; verify the audit and find out who wrote it."),
    SEC_022(
            "SEC-022",
            "Audit key unusable",
            "A file in the keys folder is no pair of audit keys; restore it from a backup."),
    // Operations and configuration
    OPS_001("OPS-001", "Unknown key", "Remove the key or correct its name."),
    OPS_002("OPS-002", "Wrong value", "Correct the value as the message says."),
    OPS_003("OPS-003", "Missing key", "Add the key."),
    OPS_004("OPS-004", "Not found", "What was asked for does not exist, or is not yours to see."),
    OPS_005("OPS-005", "Bad request", "Correct the request as the message says."),
    OPS_006("OPS-006", "Conflict", "The state of the thing does not allow this now."),
    OPS_007("OPS-007", "Task parked", "Automatic work stopped; look at the reason, mend it, replay it."),
    OPS_008("OPS-008", "Unsafe setting", "The gateway refuses to start with it."),
    OPS_009("OPS-009", "Unexpected error", "Look for the reference in the log."),
    OPS_010("OPS-010", "Wrong environment", "The database belongs to another environment."),
    OPS_030(
            "OPS-030",
            "Database older than what left",
            "Nothing is sent: bring back what the page Restore lacks, wait until it is reconciled, then resume outgoing."),
    OPS_031(
            "OPS-031",
            "Restore not reconciled",
            "Wait until the page Restore says that all is reconciled, or have two persons release it."),
    OPS_032("OPS-032", "Vault lacks bytes", "Bring the named files back into the vault from a backup."),
    OPS_033("OPS-033", "Backup failed", "Mend what the message says and make the backup again."),
    OPS_041(
            "OPS-041",
            "Gateways differ",
            "Gateways on one database judge by different configurations; give all of them the same, or finish the upgrade.");

    private final String code;
    private final String title;
    private final String mend;

    ProblemCode(String code, String title, String mend) {
        this.code = code;
        this.title = title;
        this.mend = mend;
    }

    /** The code as people see it, {@code ERP-104}. */
    public String code() {
        return code;
    }

    /** What it is, in a few words. */
    public String title() {
        return title;
    }

    /** What to do about it, in one sentence. */
    public String mend() {
        return mend;
    }
}
