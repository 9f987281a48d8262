package io.claimgate.insurer;

import io.claimgate.claim.ClaimKey;
import io.claimgate.exchange.Answer;
import io.claimgate.exchange.OutcomeTable;
import io.claimgate.exchange.OutcomeTable.OutcomeClass;
import io.claimgate.exchange.Query;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** What an exchange came to: an answer that is understood, else what the insurer's table of outcomes says, else unknown. */
final class Reading {

    private final PartnerWords words;
    private final OutcomeTable outcomes;

    Reading(PartnerWords words, OutcomeTable outcomes) {
        this.words = words;
        this.outcomes = outcomes;
    }

    /**
     * Reads the answer to a declaration.
     *
     * @param failure what the SOAP stack made of it; null where it was content
     */
    Answer answer(ClaimKey key, Wire wire, @Nullable Throwable failure) {
        return answer(content -> accepted(key, content), wire, failure);
    }

    /** Reads the answer to a change. */
    Answer change(ClaimKey key, int number, Wire wire, @Nullable Throwable failure) {
        return answer(content -> changed(key, number, content), wire, failure);
    }

    private Answer answer(Function<Element, Answer> receipt, Wire wire, @Nullable Throwable failure) {
        if (Trouble.neverConnected(failure)) {
            return new Answer.NotSent(Trouble.text(failure));
        }
        Optional<Envelope> envelope = wire.envelope();
        if (failure == null && envelope.isPresent() && !envelope.get().fault()) {
            return receipt.apply(envelope.get().content());
        }
        Trouble trouble = Trouble.of(words, envelope, wire, failure);
        return switch (outcomes.classify(trouble.symptom())) {
            case REFUSED -> new Answer.Refused(trouble.name(), trouble.text());
            case NOT_TAKEN -> new Answer.NotSent(trouble.sentence());
            case DUPLICATE -> new Answer.OutcomeUnknown("the insurer says it has it already: " + trouble.sentence());
            case UNKNOWN, NOT_FOUND -> new Answer.OutcomeUnknown(trouble.sentence());
        };
    }

    /** Reads the answer to a question. */
    Query query(ClaimKey key, Wire wire, @Nullable Throwable failure) {
        Optional<Envelope> envelope = wire.envelope();
        if (failure == null && envelope.isPresent() && !envelope.get().fault()) {
            return found(key, envelope.get().content());
        }
        Trouble trouble = Trouble.of(words, envelope, wire, failure);
        return outcomes.classify(trouble.symptom()) == OutcomeClass.NOT_FOUND
                ? new Query.NotFound()
                : new Query.Unanswered(trouble.sentence());
    }

    private Answer accepted(ClaimKey key, Element content) {
        try {
            CanonicalAnswer answer = words.answer(content);
            String reference = answer.reference();
            return answer.kind().equals("accepted")
                            && reference != null
                            && key.value().equals(answer.claimKey())
                    ? new Answer.Accepted(reference, answer.receivedAt())
                    : new Answer.OutcomeUnknown("the answer is no receipt for this claim but " + answer.kind() + " of "
                            + answer.claimKey());
        } catch (SAXException e) {
            return new Answer.OutcomeUnknown("the answer is not understood: " + Trouble.shortened(e.getMessage()));
        }
    }

    private Answer changed(ClaimKey key, int number, Element content) {
        try {
            CanonicalAnswer answer = words.answer(content);
            String reference = answer.reference();
            Integer told = answer.number();
            return answer.kind().equals("changed")
                            && reference != null
                            && key.value().equals(answer.claimKey())
                            && told != null
                            && told == number
                    ? new Answer.Accepted(reference, answer.receivedAt())
                    : new Answer.OutcomeUnknown("the answer is no receipt for change " + number + " of this claim but "
                            + answer.kind() + " of " + answer.claimKey() + ", change " + told);
        } catch (SAXException e) {
            return new Answer.OutcomeUnknown("the answer is not understood: " + Trouble.shortened(e.getMessage()));
        }
    }

    private Query found(ClaimKey key, Element content) {
        try {
            CanonicalAnswer answer = words.answer(content);
            String reference = answer.reference();
            if (!key.value().equals(answer.claimKey())) {
                return new Query.Unanswered("the answer is about claim " + answer.claimKey());
            }
            if (answer.kind().equals("found") && reference != null) {
                return new Query.Found(
                        reference, answer.receivedAt(), answer.amount(), answer.currency(), answer.lastChange());
            }
            return answer.kind().equals("notFound")
                    ? new Query.NotFound()
                    : new Query.Unanswered("the answer is no answer to a question but " + answer.kind());
        } catch (SAXException e) {
            return new Query.Unanswered("the answer is not understood: " + Trouble.shortened(e.getMessage()));
        }
    }
}
