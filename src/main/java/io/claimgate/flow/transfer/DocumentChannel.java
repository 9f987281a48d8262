package io.claimgate.flow.transfer;

import io.claimgate.exchange.Carried;
import io.claimgate.exchange.Holding;
import io.claimgate.flow.LastLook;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The way of documents to one insurer. Whatever goes wrong on it is an outcome, not an exception. */
public interface DocumentChannel {

    /**
     * What we rely on.
     *
     * @param name SOAP or SFTP, as it is stored
     * @param whole whether it carries whole dossiers as one archive; otherwise one document at a time
     * @param largest bytes of one document, or of an archive, that it takes
     * @param settleTime how long after a call the insurer may still be at it
     * @param operation the partner's name for it, for the record of messages
     */
    record Terms(String name, boolean whole, long largest, Duration settleTime, String operation) {}

    /** What a call came to, and what went over the wire; bytes null where there are none to show, and without the parcel's own. */
    record Reply<T>(T outcome, byte @Nullable [] request, byte @Nullable [] response, String contentType) {}

    Terms terms();

    /** How long after the transport the insurer's receipt may take before a person is told. */
    Duration receiptWithin();

    /** The partner's name for what {@link #look} asks, for the record of messages. */
    default String question() {
        return terms().operation();
    }

    /** How long the sending of this one can take at most. */
    Duration longestCall(Parcel parcel);

    /** Sends it once, if the last look allows it when the connection stands; else nothing was sent. Called again for the same parcel only after {@link #look} has said that it is not there, or nothing was sent. */
    Reply<Carried> send(Parcel parcel, LastLook look);

    /** Asks whether the insurer has it: after a lost answer, and for the business receipt of what was only carried. */
    Reply<Holding> look(Parcel parcel);
}
