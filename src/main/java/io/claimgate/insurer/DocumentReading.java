package io.claimgate.insurer;

import io.claimgate.exchange.Carried;
import io.claimgate.exchange.Holding;
import io.claimgate.exchange.OutcomeTable;
import io.claimgate.exchange.OutcomeTable.OutcomeClass;
import io.claimgate.flow.transfer.Parcel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** What the sending of a document, or the question whether it arrived, came to. As {@link Reading} for claims. */
final class DocumentReading {

    private final PartnerWords words;
    private final OutcomeTable outcomes;

    DocumentReading(PartnerWords words, OutcomeTable outcomes) {
        this.words = words;
        this.outcomes = outcomes;
    }

    /** Reads the answer to a document. */
    Carried carried(Parcel parcel, Wire wire, @Nullable Throwable failure) {
        if (Trouble.neverConnected(failure)) {
            return new Carried.NotSent(Trouble.text(failure));
        }
        Optional<Envelope> envelope = wire.envelope();
        if (failure == null && envelope.isPresent() && !envelope.get().fault()) {
            return received(parcel, envelope.get().content());
        }
        Trouble trouble = Trouble.of(words, envelope, wire, failure);
        return switch (outcomes.classify(trouble.symptom())) {
            // An insurer that does not know the claim will not know it the next time either.
            case REFUSED, NOT_FOUND -> new Carried.Refused(trouble.name(), trouble.text());
            case NOT_TAKEN -> new Carried.NotSent(trouble.sentence());
            case DUPLICATE -> new Carried.OutcomeUnknown("the insurer says it has it already: " + trouble.sentence());
            case UNKNOWN -> new Carried.OutcomeUnknown(trouble.sentence());
        };
    }

    /** Reads the answer to the question for the claim and its documents. */
    Holding holding(Parcel parcel, Wire wire, @Nullable Throwable failure) {
        Optional<Envelope> envelope = wire.envelope();
        if (failure == null && envelope.isPresent() && !envelope.get().fault()) {
            return held(parcel, envelope.get().content());
        }
        Trouble trouble = Trouble.of(words, envelope, wire, failure);
        return outcomes.classify(trouble.symptom()) == OutcomeClass.NOT_FOUND
                ? new Holding.NotThere()
                : new Holding.Unanswered(trouble.sentence());
    }

    private Carried received(Parcel parcel, Element content) {
        try {
            CanonicalAnswer answer = words.answer(content);
            String receipt = answer.reference();
            boolean ours = answer.kind().equals("received")
                    && parcel.claim().value().equals(answer.claimKey())
                    && (answer.sha256() == null || parcel.sha256().equals(answer.sha256()));
            return ours && receipt != null
                    ? new Carried.Received(receipt, answer.receivedAt())
                    : new Carried.OutcomeUnknown("the answer is no receipt for this document but " + answer.kind()
                            + " of " + answer.claimKey() + " " + answer.sha256());
        } catch (SAXException e) {
            return new Carried.OutcomeUnknown("the answer is not understood: " + Trouble.shortened(e.getMessage()));
        }
    }

    private Holding held(Parcel parcel, Element content) {
        try {
            CanonicalAnswer answer = words.answer(content);
            if (!parcel.claim().value().equals(answer.claimKey())) {
                return new Holding.Unanswered("the answer is about claim " + answer.claimKey());
            }
            Parcel.Content document = parcel.documents().get(0);
            return answer.documents().stream()
                    .filter(one ->
                            one.name().equals(document.name()) && one.sha256().equals(document.sha256()))
                    .findFirst()
                    .<Holding>map(one -> new Holding.Held(one.reference(), one.receivedAt()))
                    .orElseGet(() -> answer.kind().equals("found")
                                    || answer.kind().equals("notFound")
                            ? new Holding.NotThere()
                            : new Holding.Unanswered("the answer is no answer to a question but " + answer.kind()));
        } catch (SAXException e) {
            return new Holding.Unanswered("the answer is not understood: " + Trouble.shortened(e.getMessage()));
        }
    }
}
