package io.claimgate.sandbox;

import io.claimgate.sandbox.wsdl.ChangeReceipt;
import io.claimgate.sandbox.wsdl.ClaimChange;
import io.claimgate.sandbox.wsdl.DeclareClaim;
import io.claimgate.sandbox.wsdl.DeclareClaimResponse;
import io.claimgate.sandbox.wsdl.GetClaim;
import io.claimgate.sandbox.wsdl.GetClaimResponse;
import io.claimgate.sandbox.wsdl.InsurerClaimsPort;
import io.claimgate.sandbox.wsdl.ListResults;
import io.claimgate.sandbox.wsdl.ListResultsResponse;
import io.claimgate.sandbox.wsdl.RefusedMessage;
import io.claimgate.sandbox.wsdl.RefusedMessageFault;
import io.claimgate.sandbox.wsdl.TransferDocument;
import io.claimgate.sandbox.wsdl.TransferDocumentResponse;
import io.claimgate.sandbox.wsdl.WithdrawClaim;
import jakarta.jws.WebService;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;

/** An insurer as the reference WSDL wants it, with the faults that a test asks for. */
@WebService(
        endpointInterface = "io.claimgate.sandbox.wsdl.InsurerClaimsPort",
        targetNamespace = "urn:claimgate:insurer-claims:1",
        serviceName = "InsurerClaimsService",
        portName = "InsurerClaimsPort")
class SimulatedInsurer implements InsurerClaimsPort {

    private final InsurerLedger claims;
    private final ChangeDesk changes;
    private final DocumentLedger documents;
    private final ResultsBook results;
    private final Misbehaving misbehaving;

    SimulatedInsurer(
            InsurerLedger claims,
            ChangeDesk changes,
            DocumentLedger documents,
            ResultsBook results,
            Misbehaving misbehaving) {
        this.claims = claims;
        this.changes = changes;
        this.documents = documents;
        this.results = results;
        this.misbehaving = misbehaving;
    }

    @Override
    public DeclareClaimResponse declareClaim(DeclareClaim body) throws RefusedMessageFault {
        claims.called(body.getClaimKey());
        return misbehaving.run("DeclareClaim", body.getClaimKey(), () -> take(body));
    }

    @Override
    public ChangeReceipt supplementClaim(ClaimChange body) throws RefusedMessageFault {
        return misbehaving.run("SupplementClaim", body.getClaimKey(), () -> changes.take("SUPPLEMENT", body));
    }

    @Override
    public ChangeReceipt amendClaim(ClaimChange body) throws RefusedMessageFault {
        return misbehaving.run("AmendClaim", body.getClaimKey(), () -> changes.take("AMEND", body));
    }

    @Override
    public ChangeReceipt withdrawClaim(WithdrawClaim body) throws RefusedMessageFault {
        return misbehaving.run("WithdrawClaim", body.getClaimKey(), () -> changes.take(body));
    }

    @Override
    public GetClaimResponse getClaim(GetClaim body) throws RefusedMessageFault {
        return misbehaving.run("GetClaim", body.getClaimKey(), () -> look(body.getClaimKey()));
    }

    @Override
    public ListResultsResponse listResults(ListResults body) throws RefusedMessageFault {
        return misbehaving.run("ListResults", "", () -> Listing.of(results, body.getSince()));
    }

    @Override
    public TransferDocumentResponse transferDocument(TransferDocument body) throws RefusedMessageFault {
        return misbehaving.run("TransferDocument", body.getClaimKey(), () -> receive(body));
    }

    private DeclareClaimResponse take(DeclareClaim body) throws RefusedMessageFault {
        InsurerLedger.Receipt receipt;
        try {
            receipt = claims.accept(body.getClaimKey(), content(body));
        } catch (InsurerLedger.OtherContent e) {
            throw refused("CLAIM_KEY_CONFLICT", String.valueOf(e.getMessage()));
        }
        DeclareClaimResponse response = new DeclareClaimResponse();
        response.setClaimKey(body.getClaimKey());
        response.setClaimNumber(receipt.entry().insurerClaimNumber());
        response.setReceivedAt(receipt.entry().acceptedAt().atOffset(ZoneOffset.UTC));
        response.setDuplicate(receipt.duplicate());
        return response;
    }

    private GetClaimResponse look(String claimKey) {
        GetClaimResponse response = new GetClaimResponse();
        response.setClaimKey(claimKey);
        claims.find(claimKey).ifPresent(entry -> {
            GetClaimResponse.Claim claim = new GetClaimResponse.Claim();
            claim.setClaimNumber(entry.insurerClaimNumber());
            claim.setReceivedAt(entry.acceptedAt().atOffset(ZoneOffset.UTC));
            claim.setAmount(changes.now(entry).amount());
            claim.setCurrency(entry.content().currency());
            claim.setLastChange(changes.last(claimKey));
            documents.of(claimKey).forEach(held -> claim.getDocument().add(document(held)));
            response.setClaim(claim);
        });
        return response;
    }

    private static GetClaimResponse.Claim.Document document(DocumentLedger.Held held) {
        GetClaimResponse.Claim.Document document = new GetClaimResponse.Claim.Document();
        document.setName(held.item().name());
        document.setKind(held.item().kind());
        document.setSha256(held.item().sha256());
        document.setReceipt(held.receipt().number());
        document.setReceivedAt(held.receipt().receivedAt().atOffset(ZoneOffset.UTC));
        return document;
    }

    private TransferDocumentResponse receive(TransferDocument body) throws RefusedMessageFault {
        if (claims.find(body.getClaimKey()).isEmpty()) {
            throw refused("CLAIM_UNKNOWN", "there is no claim " + body.getClaimKey());
        }
        try (InputStream bytes = body.getContent().getInputStream()) {
            DocumentLedger.Receipt receipt =
                    documents.receive(body.getClaimKey(), body.getName(), body.getKind(), body.getSha256(), bytes);
            TransferDocumentResponse response = new TransferDocumentResponse();
            response.setClaimKey(body.getClaimKey());
            response.setReceipt(receipt.number());
            response.setSha256(receipt.sha256());
            response.setReceivedAt(receipt.receivedAt().atOffset(ZoneOffset.UTC));
            return response;
        } catch (DocumentLedger.WrongHash e) {
            throw refused("DOCUMENT_DAMAGED", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("document " + body.getName() + " cannot be stored", e);
        }
    }

    private static InsurerLedger.Content content(DeclareClaim body) {
        return new InsurerLedger.Content(
                body.getPolicyNumber(),
                body.getInsured(),
                body.getCause().value(),
                body.getDebtor().getNumber(),
                body.getAmount(),
                body.getCurrency(),
                body.getInvoice().stream()
                        .map(invoice -> ChangeDesk.line(invoice, body.getCurrency()))
                        .toList());
    }

    static RefusedMessageFault refused(String code, String message) {
        RefusedMessage detail = new RefusedMessage();
        detail.setCode(code);
        detail.setMessage(message);
        return new RefusedMessageFault(message, detail);
    }

    /** Does an operation the way a test wants it done. */
    interface Misbehaving {
        <T> T run(String operation, String claimKey, Callable<T> operationItself) throws RefusedMessageFault;
    }
}
