package io.claimgate.insurer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.jspecify.annotations.Nullable;

/** What came back over the wire in one call, as it came: kept for the record, and judged apart from what the SOAP stack makes of it. */
final class Wire {

    /** No answer of an insurer is larger. */
    static final int MOST = 4 * 1024 * 1024;

    private static final ThreadLocal<Wire> CURRENT = new ThreadLocal<>();

    private @Nullable Integer status;
    private String contentType = "application/octet-stream";
    private byte @Nullable [] response;
    private boolean complete;

    /** Watches the calls of this thread until {@link #close}. */
    static Wire watch() {
        Wire wire = new Wire();
        CURRENT.set(wire);
        return wire;
    }

    void close() {
        CURRENT.remove();
    }

    /** The HTTP status; null where no answer began. */
    @Nullable
    Integer status() {
        return status;
    }

    void status(int seen) {
        status = seen;
    }

    String contentType() {
        return contentType;
    }

    /** What came of the body; null where none began. */
    byte @Nullable [] response() {
        return response;
    }

    /** Whether the body came to its end. */
    boolean complete() {
        return complete;
    }

    private void received(Message message) {
        InputStream body = message.getContent(InputStream.class);
        if (message.get(Message.RESPONSE_CODE) instanceof Integer code) {
            status = code;
        }
        if (message.get(Message.CONTENT_TYPE) instanceof String type) {
            contentType = type;
        }
        if (body == null) {
            return;
        }
        byte[] kept = new byte[8192];
        int length = 0;
        try {
            int read;
            while ((read = body.read(kept, length, kept.length - length)) >= 0) {
                length += read;
                if (length > MOST) {
                    throw new IOException("the answer is larger than " + MOST + " bytes");
                }
                if (length == kept.length) {
                    kept = java.util.Arrays.copyOf(kept, kept.length * 2);
                }
            }
            complete = true;
        } catch (IOException e) {
            throw new Fault(e);
        } finally {
            response = java.util.Arrays.copyOf(kept, length);
        }
        message.setContent(InputStream.class, new ByteArrayInputStream(response));
    }

    /** First in the way in: sees the bytes before anything reads them. */
    static final class Tap extends AbstractPhaseInterceptor<Message> {
        Tap() {
            super(Phase.RECEIVE);
        }

        @Override
        public void handleMessage(Message message) {
            Wire wire = CURRENT.get();
            if (wire != null) {
                wire.received(message);
            }
        }
    }
}
