package io.claimgate.insurer.inbound;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * In front of the SOAP stack: lets through only what is a message of ours by its outside, counted to the byte. No attachments, no
 * compression, no other method than POST, nothing that the SOAP stack would have to guess.
 */
final class NotificationGate extends OncePerRequestFilter {

    /** Under this name the message's bytes stand at the request. */
    static final String BYTES = NotificationGate.class.getName() + ".bytes";

    static final String NAMESPACE = "urn:claimgate:notifications:1";

    private static final Pattern XML =
            Pattern.compile("text/xml\\s*(;\\s*charset\\s*=\\s*\"?utf-8\"?\\s*)?", Pattern.CASE_INSENSITIVE);

    private final Refusals refusals;
    private final int largest;

    /** @param largest bytes of a message */
    NotificationGate(Refusals refusals, int largest) {
        this.refusals = refusals;
        this.largest = largest;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!request.getMethod().equals("POST")) {
            response.setHeader(HttpHeaders.ALLOW, "POST");
            response.setStatus(HttpStatus.METHOD_NOT_ALLOWED.value());
            return;
        }
        if (!xml(request)) {
            refuse(request, response, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "content type or encoding");
            return;
        }
        byte[] bytes = read(request);
        if (bytes == null) {
            refuse(request, response, HttpStatus.PAYLOAD_TOO_LARGE, "more than " + largest + " bytes");
            return;
        }
        String reason = wrong(bytes, request.getHeader("SOAPAction"));
        if (reason != null) {
            refuse(request, response, HttpStatus.INTERNAL_SERVER_ERROR, reason);
            return;
        }
        request.setAttribute(BYTES, bytes);
        chain.doFilter(new CountedRequest(request, bytes), response);
    }

    private static boolean xml(HttpServletRequest request) {
        String type = request.getContentType();
        String coding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        return type != null
                && XML.matcher(type.strip()).matches()
                && (coding == null || coding.toLowerCase(Locale.ROOT).equals("identity"));
    }

    /** All bytes; null where they are more than allowed. */
    private byte @Nullable [] read(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > largest) {
            return null;
        }
        try (InputStream body = request.getInputStream()) {
            byte[] bytes = body.readNBytes(largest + 1);
            return bytes.length > largest ? null : bytes;
        }
    }

    /** What is wrong with the message; null where nothing is. SOAP 1.1 lets the action be empty: then the body says it alone. */
    private static @Nullable String wrong(byte[] bytes, @Nullable String action) {
        try {
            String operation = EnvelopeCheck.operation(bytes, NAMESPACE);
            String plain = action == null ? "" : action.strip().replaceAll("^\"|\"$", "");
            return plain.isEmpty() || plain.equals(NAMESPACE + ":" + operation)
                    ? null
                    : "SOAPAction \"" + plain + "\" is not " + operation + " of the body";
        } catch (NotServed e) {
            return e.getMessage();
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String reason)
            throws IOException {
        byte[] fault = refusals.refuse(NotServed.client(reason), request.getRemoteAddr())
                .message();
        response.setStatus(status.value());
        response.setContentType("text/xml;charset=UTF-8");
        response.setContentLength(fault.length);
        response.getOutputStream().write(fault);
    }
}
