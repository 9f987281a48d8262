package io.claimgate.sandbox;

import io.claimgate.sandbox.wsdl.ChangeReceipt;
import io.claimgate.sandbox.wsdl.ClaimChange;
import io.claimgate.sandbox.wsdl.GetClaimResponse;
import io.claimgate.sandbox.wsdl.Invoice;
import io.claimgate.sandbox.wsdl.RefusedMessageFault;
import io.claimgate.sandbox.wsdl.WithdrawClaim;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.ZoneOffset;
import java.util.List;

/** Takes what the simulated insurer is told of claims that it holds, in the words of its own WSDL. */
final class ChangeDesk {

    private final InsurerLedger claims;
    private final ChangeLedger changes;

    ChangeDesk(InsurerLedger claims, ChangeLedger changes) {
        this.claims = claims;
        this.changes = changes;
    }

    ChangeReceipt take(String kind, ClaimChange body) throws RefusedMessageFault {
        return take(
                body.getClaimKey(),
                body.getChange(),
                new ChangeLedger.Content(
                        kind,
                        body.getReason(),
                        body.getAmount(),
                        body.getCurrency(),
                        body.getInvoice().stream()
                                .map(invoice -> line(invoice, body.getCurrency()))
                                .toList()));
    }

    ChangeReceipt take(WithdrawClaim body) throws RefusedMessageFault {
        return take(
                body.getClaimKey(),
                body.getChange(),
                new ChangeLedger.Content(ChangeLedger.WITHDRAW, body.getReason(), BigDecimal.ZERO, "", List.of()));
    }

    private ChangeReceipt take(String claimKey, BigInteger number, ChangeLedger.Content content)
            throws RefusedMessageFault {
        if (claims.find(claimKey).isEmpty()) {
            throw SimulatedInsurer.refused("CHANGE_WITHOUT_CLAIM", "there is no claim " + claimKey);
        }
        try {
            ChangeLedger.Receipt receipt = changes.accept(claimKey, number.intValueExact(), content);
            ChangeReceipt answer = new ChangeReceipt();
            answer.setClaimKey(claimKey);
            answer.setChange(number);
            answer.setReceipt(receipt.change().receipt());
            answer.setReceivedAt(receipt.change().receivedAt().atOffset(ZoneOffset.UTC));
            answer.setDuplicate(receipt.duplicate());
            return answer;
        } catch (ChangeLedger.Unfit e) {
            throw SimulatedInsurer.refused(e.code(), String.valueOf(e.getMessage()));
        }
    }

    /** The claim as it is now. */
    ClaimNow now(InsurerLedger.Entry entry) {
        return ClaimNow.of(entry, changes.of(entry.claimKey()));
    }

    /** The last change, as GetClaim tells it. */
    GetClaimResponse.Claim.LastChange last(String claimKey) {
        GetClaimResponse.Claim.LastChange last = new GetClaimResponse.Claim.LastChange();
        List<ChangeLedger.Change> told = changes.of(claimKey);
        last.setNumber(BigInteger.ZERO);
        if (!told.isEmpty()) {
            ChangeLedger.Change change = told.get(told.size() - 1);
            last.setNumber(BigInteger.valueOf(change.number()));
            last.setReceivedAt(change.receivedAt().atOffset(ZoneOffset.UTC));
        }
        return last;
    }

    /** @param currency of the claim */
    static InsurerLedger.Line line(Invoice invoice, String currency) {
        return new InsurerLedger.Line(
                invoice.getNumber(),
                invoice.getInstalment().intValueExact(),
                invoice.getDueDate().toString(),
                invoice.getOutstanding(),
                invoice.getCurrency() == null ? currency : invoice.getCurrency(),
                invoice.getDisputed());
    }
}
