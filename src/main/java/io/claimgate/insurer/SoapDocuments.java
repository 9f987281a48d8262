package io.claimgate.insurer;

import io.claimgate.exchange.Carried;
import io.claimgate.exchange.Holding;
import io.claimgate.exchange.InsurerProfile;
import io.claimgate.flow.LastLook;
import io.claimgate.flow.transfer.DocumentChannel;
import io.claimgate.flow.transfer.Parcel;
import java.time.Duration;

/** Documents one by one over an insurer's SOAP service, each an MTOM attachment that streams from the vault. */
final class SoapDocuments implements DocumentChannel {

    static final String TRANSFER = "transfer";

    /** The slowest upload that is waited for, beyond the call's usual limit: bytes in a second. */
    private static final long SLOWEST = 128 * 1024;

    private final InsurerProfile profile;
    private final InsurerProfile.SoapDocuments documents;
    private final PartnerWords words;
    private final DocumentReading reading;
    private final SoapCaller caller;

    SoapDocuments(
            InsurerProfile profile, InsurerProfile.SoapDocuments documents, PartnerWords words, SoapCaller caller) {
        this.profile = profile;
        this.documents = documents;
        this.words = words;
        this.reading = new DocumentReading(words, profile.outcomes());
        this.caller = caller;
    }

    @Override
    public Terms terms() {
        return new Terms("SOAP", false, documents.largest(), profile.settleTime(), documents.operation());
    }

    @Override
    public Duration receiptWithin() {
        return profile.documents().receiptWithin();
    }

    @Override
    public String question() {
        String query = profile.soap().query();
        return query == null ? documents.operation() : query;
    }

    @Override
    public Duration longestCall(Parcel parcel) {
        return profile.timeouts().outer().plusSeconds(parcel.size() / SLOWEST);
    }

    @Override
    public Reply<Carried> send(Parcel parcel, LastLook look) {
        Parcel.Content document = parcel.documents().get(0);
        Enclosure enclosure = new Enclosure(parcel.content(), document.mediaType(), parcel.sha256() + "@claimgate");
        byte[] message = enclosure.into(words.transfer(parcel, document, Enclosure.MARK));
        SoapCaller.Letter letter = new SoapCaller.Letter(TRANSFER, message, enclosure, look);
        SoapCaller.Called called = caller.call(profile, letter, longestCall(parcel));
        return reply(reading.carried(parcel, called.wire(), called.failure()), message, called);
    }

    @Override
    public Reply<Holding> look(Parcel parcel) {
        if (profile.soap().query() == null) {
            Holding cannot = new Holding.Unanswered("this insurer cannot be asked; find out by other means");
            return new Reply<>(cannot, null, null, "");
        }
        byte[] question = words.query(parcel.claim());
        SoapCaller.Called called = caller.ask(profile, SoapChannel.QUERY, question);
        return reply(reading.holding(parcel, called.wire(), called.failure()), question, called);
    }

    private static <T> Reply<T> reply(T outcome, byte[] request, SoapCaller.Called called) {
        return new Reply<>(
                outcome, request, called.wire().response(), called.wire().contentType());
    }
}
