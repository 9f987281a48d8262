package io.claimgate.insurer;

import io.claimgate.exchange.OutcomeTable.Symptom;
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

/** What came back instead of an answer, as the insurer's table of outcomes judges it. */
record Trouble(Symptom symptom, String text) {

    private static final int LONGEST = 300;

    /** @param envelope the SOAP message in {@code wire}; empty if there is none */
    static Trouble of(PartnerWords words, Optional<Envelope> envelope, Wire wire, @Nullable Throwable failure) {
        Integer status = status(wire, failure);
        if (envelope.isPresent() && envelope.get().fault()) {
            return fault(words, envelope.get(), status);
        }
        byte[] response = wire.response();
        String text = failure != null
                ? text(failure)
                : "no SOAP answer in " + (response == null ? 0 : response.length) + " bytes of " + wire.contentType();
        return new Trouble(new Symptom(status, null), text);
    }

    String name() {
        String fault = symptom.fault();
        return fault == null ? "HTTP " + symptom.http() : fault;
    }

    String sentence() {
        return symptom.http() == null && symptom.fault() == null ? text : name() + ": " + text;
    }

    private static Trouble fault(PartnerWords words, Envelope envelope, @Nullable Integer status) {
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
            if (connecting || cause instanceof NothingSent || cause instanceof HeldBack) {
                return true;
            }
        }
        return false;
    }

    /** The innermost reason. */
    static String text(@Nullable Throwable failure) {
        Throwable cause = failure;
        while (cause != null && cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause == null ? "" : shortened(cause.getClass().getSimpleName() + " " + cause.getMessage());
    }

    static String shortened(@Nullable String text) {
        String whole = String.valueOf(text);
        return whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST);
    }
}
