package io.claimgate.insurer;

import io.claimgate.claim.ClaimKey;
import io.claimgate.exchange.Answer;
import io.claimgate.exchange.OutcomeTable;
import io.claimgate.exchange.OutcomeTable.OutcomeClass;
import io.claimgate.exchange.OutcomeTable.Symptom;
import io.claimgate.exchange.Query;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import org.apache.cxf.transport.http.HTTPException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** What an exchange came to: an answer that is understood, else what the insurer's table of outcomes says, else unknown. */
final class Reading {

    private static final int LONGEST = 300;

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
        if (neverConnected(failure)) {
            return new Answer.NotSent(text(failure));
        }
        Optional<Envelope> envelope = envelope(wire);
        if (failure == null && envelope.isPresent() && !envelope.get().fault()) {
            return accepted(key, envelope.get().content());
        }
        Trouble trouble = trouble(envelope, wire, failure);
        return switch (outcomes.classify(trouble.symptom())) {
            case REFUSED -> new Answer.Refused(trouble.name(), trouble.text());
            case NOT_TAKEN -> new Answer.NotSent(trouble.sentence());
            case DUPLICATE -> new Answer.OutcomeUnknown("the insurer says it has it already: " + trouble.sentence());
            case UNKNOWN, NOT_FOUND -> new Answer.OutcomeUnknown(trouble.sentence());
        };
    }

    /** Reads the answer to a question. */
    Query query(ClaimKey key, Wire wire, @Nullable Throwable failure) {
        Optional<Envelope> envelope = envelope(wire);
        if (failure == null && envelope.isPresent() && !envelope.get().fault()) {
            return found(key, envelope.get().content());
        }
        Trouble trouble = trouble(envelope, wire, failure);
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
            return new Answer.OutcomeUnknown("the answer is not understood: " + shortened(e.getMessage()));
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
                return new Query.Found(reference, answer.receivedAt(), answer.amount(), answer.currency());
            }
            return answer.kind().equals("notFound")
                    ? new Query.NotFound()
                    : new Query.Unanswered("the answer is no answer to a question but " + answer.kind());
        } catch (SAXException e) {
            return new Query.Unanswered("the answer is not understood: " + shortened(e.getMessage()));
        }
    }

    private record Trouble(Symptom symptom, String text) {
        String name() {
            String fault = symptom.fault();
            return fault == null ? "HTTP " + symptom.http() : fault;
        }

        String sentence() {
            return symptom.http() == null && symptom.fault() == null ? text : name() + ": " + text;
        }
    }

    private Trouble trouble(Optional<Envelope> envelope, Wire wire, @Nullable Throwable failure) {
        Integer status = status(wire, failure);
        if (envelope.isPresent() && envelope.get().fault()) {
            return fault(envelope.get(), status);
        }
        byte[] response = wire.response();
        String text = failure != null
                ? text(failure)
                : "no SOAP answer in " + (response == null ? 0 : response.length) + " bytes of " + wire.contentType();
        return new Trouble(new Symptom(status, null), text);
    }

    private Trouble fault(Envelope envelope, @Nullable Integer status) {
        Element detail = envelope.faultDetail();
        if (detail != null) {
            try {
                CanonicalAnswer own = words.answer(detail);
                String code = own.code();
                if (code != null) {
                    return new Trouble(new Symptom(status, code), shortened(own.text()));
                }
            } catch (SAXException e) {
                return new Trouble(
                        new Symptom(status, envelope.faultCode()),
                        shortened(envelope.faultText() + " (its detail is not understood: " + e.getMessage() + ")"));
            }
        }
        return new Trouble(new Symptom(status, envelope.faultCode()), shortened(envelope.faultText()));
    }

    private static Optional<Envelope> envelope(Wire wire) {
        byte[] soap = wire.soap();
        return soap == null ? Optional.empty() : Envelope.read(soap);
    }

    private static @Nullable Integer status(Wire wire, @Nullable Throwable failure) {
        if (wire.status() != null) {
            return wire.status();
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof HTTPException http) {
                return http.getResponseCode();
            }
        }
        return null;
    }

    /** Only what proves that not one byte of the request can have arrived. */
    static boolean neverConnected(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean connecting = cause instanceof ConnectException
                    || cause instanceof NoRouteToHostException
                    || cause instanceof UnknownHostException
                    || cause instanceof SocketTimeoutException
                            && String.valueOf(cause.getMessage())
                                    .toLowerCase(Locale.ROOT)
                                    .contains("connect timed out");
            if (connecting || cause instanceof NothingSent) {
                return true;
            }
        }
        return false;
    }

    private static String text(@Nullable Throwable failure) {
        Throwable cause = failure;
        while (cause != null && cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause == null ? "" : shortened(cause.getClass().getSimpleName() + " " + cause.getMessage());
    }

    private static String shortened(@Nullable String text) {
        String whole = String.valueOf(text);
        return whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST);
    }
}
