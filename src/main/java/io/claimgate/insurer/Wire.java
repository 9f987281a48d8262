package io.claimgate.insurer;

import io.claimgate.flow.LastLook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.cxf.helpers.CastUtils;
import org.apache.cxf.interceptor.AttachmentInInterceptor;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.interceptor.MessageSenderInterceptor;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.jspecify.annotations.Nullable;

/** What came back over the wire in one call, as it came: kept for the record, and judged apart from what the SOAP stack makes of it. */
final class Wire {

    /** No answer of an insurer is larger. */
    static final int MOST = 4 * 1024 * 1024;

    private static final ThreadLocal<Wire> CURRENT = new ThreadLocal<>();

    private final LastLook look;
    private volatile @Nullable HttpURLConnection connection;
    private volatile @Nullable Integer status;
    private volatile String contentType = "application/octet-stream";
    private volatile byte @Nullable [] response;
    private volatile byte @Nullable [] soap;

    /** @param look taken before the first byte leaves */
    Wire(LastLook look) {
        this.look = look;
    }

    /** Watches the calls of this thread until {@link #close}. */
    void watch() {
        CURRENT.set(this);
    }

    void close() {
        CURRENT.remove();
    }

    LastLook look() {
        return look;
    }

    /** Ends a call that is not waited for any more, so that no byte of it can leave later. */
    void cut() {
        HttpURLConnection busy = connection;
        if (busy != null) {
            busy.disconnect();
        }
    }

    /** The HTTP status; null where no answer began. */
    @Nullable
    Integer status() {
        return status;
    }

    String contentType() {
        return contentType;
    }

    /** What came of the body; null where none began. */
    byte @Nullable [] response() {
        return response;
    }

    /** The SOAP message itself, without the parts around it; null where none came to its end. */
    byte @Nullable [] soap() {
        return soap;
    }

    /** The SOAP message, read; empty if there is none. */
    Optional<Envelope> envelope() {
        byte[] message = soap;
        return message == null ? Optional.empty() : Envelope.read(message);
    }

    private void received(Message message) {
        InputStream body = message.getContent(InputStream.class);
        if (message.get(Message.RESPONSE_CODE) instanceof Integer code) {
            status = code;
        }
        if (message.get(Message.CONTENT_TYPE) instanceof String type) {
            contentType = type;
        }
        if (body != null) {
            ByteArrayOutputStream kept = new ByteArrayOutputStream();
            try {
                copy(body, kept);
            } finally {
                response = kept.toByteArray();
            }
            whole(message, kept.size());
            message.setContent(InputStream.class, new ByteArrayInputStream(kept.toByteArray()));
        }
    }

    /** The JDK's connection takes a body that ends too early for the whole of it. */
    private static void whole(Message message, int length) {
        Map<String, List<String>> headers = CastUtils.cast((Map<?, ?>) message.get(Message.PROTOCOL_HEADERS));
        List<String> announced = headers == null ? null : headers.get("Content-Length");
        if (announced != null && !announced.isEmpty() && !announced.get(0).equals(Integer.toString(length))) {
            throw new Fault(new IOException("the answer ended after " + length + " bytes of " + announced.get(0)));
        }
    }

    private void unpacked(Message message) {
        InputStream root = message.getContent(InputStream.class);
        if (root != null) {
            ByteArrayOutputStream kept = new ByteArrayOutputStream();
            copy(root, kept);
            soap = kept.toByteArray();
            message.setContent(InputStream.class, new ByteArrayInputStream(kept.toByteArray()));
        }
    }

    private static void copy(InputStream from, ByteArrayOutputStream to) {
        byte[] buffer = new byte[8192];
        try {
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                to.write(buffer, 0, read);
                if (to.size() > MOST) {
                    throw new IOException("the answer is larger than " + MOST + " bytes");
                }
            }
        } catch (IOException e) {
            throw new Fault(e);
        }
    }

    /** Lays the wire into the exchange on the caller's thread; the answer may be read on another. */
    static final class Plug extends AbstractPhaseInterceptor<Message> {
        Plug() {
            super(Phase.SETUP);
        }

        @Override
        public void handleMessage(Message message) {
            message.getExchange().put(Wire.class, CURRENT.get());
        }
    }

    /** Remembers the connection as soon as there is one. */
    static final class Hand extends AbstractPhaseInterceptor<Message> {
        Hand() {
            super(Phase.PREPARE_SEND);
            addAfter(MessageSenderInterceptor.class.getName());
        }

        @Override
        public void handleMessage(Message message) {
            Wire wire = message.getExchange().get(Wire.class);
            if (wire != null && message.get("http.connection") instanceof HttpURLConnection made) {
                wire.connection = made;
            }
        }
    }

    /** First in the way in: sees the bytes before anything reads them. */
    static final class Tap extends AbstractPhaseInterceptor<Message> {
        Tap() {
            super(Phase.RECEIVE);
            addBefore(AttachmentInInterceptor.class.getName());
        }

        @Override
        public void handleMessage(Message message) {
            Wire wire = message.getExchange().get(Wire.class);
            if (wire != null) {
                wire.received(message);
            }
        }
    }

    /** Behind the unpacking of MIME parts: sees the SOAP message. */
    static final class Unpacked extends AbstractPhaseInterceptor<Message> {
        Unpacked() {
            super(Phase.RECEIVE);
            addAfter(AttachmentInInterceptor.class.getName());
        }

        @Override
        public void handleMessage(Message message) {
            Wire wire = message.getExchange().get(Wire.class);
            if (wire != null) {
                wire.unpacked(message);
            }
        }
    }
}
