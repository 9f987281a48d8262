package io.claimgate.insurer;

import io.claimgate.exchange.Carried;
import io.claimgate.exchange.Holding;
import io.claimgate.exchange.InsurerProfile;
import io.claimgate.exchange.InsurerProfile.SftpDocuments;
import io.claimgate.flow.LastLook;
import io.claimgate.flow.transfer.DocumentChannel;
import io.claimgate.flow.transfer.Parcel;
import io.claimgate.insurer.sftp.SftpSession;
import io.claimgate.insurer.sftp.SftpTrouble;
import java.time.Duration;

/** Whole dossiers as archives over SFTP (contracts.md 4). */
final class SftpDossiers implements DocumentChannel {

    private static final String XML = "application/xml";
    private static final SftpWork.Endings<Carried> SENDING = new SftpWork.Endings<>(
            Carried.NotSent::new,
            Carried.OutcomeUnknown::new,
            outcome -> outcome instanceof Carried.NotSent || outcome instanceof Carried.OutcomeUnknown);
    private static final SftpWork.Endings<Holding> LOOKING = new SftpWork.Endings<>(
            Holding.Unanswered::new, Holding.Unanswered::new, outcome -> outcome instanceof Holding.Unanswered);

    private final InsurerProfile insurer;
    private final SftpDocuments server;
    private final DossierWords words;
    private final SftpCalls calls;

    SftpDossiers(InsurerProfile insurer, SftpDocuments server, DossierWords words, SftpCalls calls) {
        this.insurer = insurer;
        this.server = server;
        this.words = words;
        this.calls = calls;
    }

    @Override
    public Terms terms() {
        return new Terms("SFTP", true, server.largest(), insurer.settleTime(), "TransferDossier");
    }

    @Override
    public Duration receiptWithin() {
        return insurer.documents().receiptWithin();
    }

    @Override
    public Duration longestCall(Parcel parcel) {
        return server.timeouts().outer();
    }

    @Override
    public Reply<Carried> send(Parcel parcel, LastLook look) {
        byte[] manifest = words.manifest(parcel);
        Carried outcome = parcel.size() > server.largest()
                ? new Carried.Refused(
                        "TOO_LARGE",
                        parcel.size() + " bytes are more than the " + server.largest() + " that the insurer takes")
                : calls.call(
                        SftpRoutes.entry(SftpRoutes.SEND, insurer.insurer()),
                        server,
                        SENDING,
                        session -> delivered(session, parcel, manifest, look));
        return new Reply<>(outcome, manifest, null, XML);
    }

    private Carried delivered(SftpSession session, Parcel parcel, byte[] manifest, LastLook look) throws SftpTrouble {
        try {
            LastLooks.take(look);
        } catch (HeldBack e) {
            return new Carried.NotSent(String.valueOf(e.getMessage()));
        }
        return new DossierDelivery(DossierNames.of(server, parcel), parcel, manifest).to(session);
    }

    @Override
    public Reply<Holding> look(Parcel parcel) {
        DossierReceipt receipt = new DossierReceipt(DossierNames.of(server, parcel), parcel, words);
        Holding outcome =
                calls.call(SftpRoutes.entry(SftpRoutes.LOOK, insurer.insurer()), server, LOOKING, receipt::at);
        return new Reply<>(outcome, null, receipt.bytes(), XML);
    }
}
