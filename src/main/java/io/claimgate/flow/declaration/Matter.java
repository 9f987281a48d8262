package io.claimgate.flow.declaration;

import io.claimgate.claim.Claim;
import io.claimgate.claim.Submission;
import io.claimgate.exchange.Answer;
import io.claimgate.exchange.Query;
import io.claimgate.flow.Departure;
import io.claimgate.flow.LastLook;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that an insurer is told of a claim, once: the claim itself, or a change of it. Sending and asking are the same for all; what
 * differs stands here. All but {@link #say} join the caller's transaction, which holds the claim's lock.
 */
interface Matter {

    /** Its last attempt. */
    Optional<Submission> latest();

    /** The last look before the first byte: whether it may leave now. */
    boolean mayLeave(Claim claim);

    /** Until when it is tried. */
    Instant triedUntil(Claim claim);

    /** Until when the insurer is asked after a lost answer. */
    Instant askedUntil(Claim claim);

    /** After a refusal: when a person's correction is looked for again; null where that person arms the task himself. */
    @Nullable
    Instant nextLook(Claim claim);

    /** The insurer's name for it, for the record of messages. */
    String operation(InsurerChannel.Terms terms);

    /** Sends these bytes once, if the last look allows it. */
    InsurerChannel.Reply<Answer> say(InsurerChannel channel, byte[] payload, LastLook look);

    /** What is noted outside of the database before its first byte leaves. Needs no transaction. */
    Departure departure(Submission.Sending sending);

    /** What the insurer's answer to a question means for it. */
    Finding finding(Claim claim, Query.Found found);

    /** The insurer's receipt stamp of it, among what it answered; null where it gives none. */
    @Nullable
    Instant stamp(Query.Found found);

    /** The insurer has it; {@code receivedAt} is its stamp, null where it gives none. */
    void acknowledged(
            Claim claim, Submission.Acknowledged submission, @Nullable String reference, @Nullable Instant receivedAt);

    /** The insurer did not take the message: a person's. */
    void rejected(Claim claim, Submission.Rejected submission, Answer.Refused refusal);

    /** Nobody knows. */
    void lost(Claim claim, Submission.OutcomeUnknown submission);

    /** It is still not known; where a close passed meanwhile, that has its consequence. */
    void stillUnknown(Claim claim, String why);

    /** Only a person can find out. */
    void unclear(Claim claim, String what);

    /** It is known again: proven not to be there, and it goes once more. */
    void goesAgain(Claim claim);

    /** What the insurer holds, beside what it was told. */
    enum Finding {
        /** It has it. */
        THERE,
        /** It has something else under this name. */
        OTHER,
        /** It does not have it, now. */
        NOT_THERE,
        /** Its answer does not tell. */
        UNSAID
    }
}
