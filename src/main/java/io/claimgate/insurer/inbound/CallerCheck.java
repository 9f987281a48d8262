package io.claimgate.insurer.inbound;

import io.claimgate.flow.settlement.PartnerWatch;
import io.claimgate.insurer.inbound.UsernameTokens.Proven;
import io.claimgate.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Who calls, proven by the client certificate of his TLS connection, by a UsernameToken over TLS, or by both, which then must say the same.
 * Runs before the body is read.
 */
final class CallerCheck extends AbstractSoapInterceptor {

    /** Under this key the insurer who calls stands in the message. */
    static final String INSURER = CallerCheck.class.getName() + ".insurer";

    /** Under this key it stands while code of ours works at the message: what goes wrong then is not the caller's. */
    static final String OURS = CallerCheck.class.getName() + ".ours";

    private static final QName SECURITY = new QName(NeutralFault.WSSE, "Security");

    private final Partners partners;
    private final UsernameTokens tokens;
    private final PartnerThrottle throttle;
    private final PartnerWatch watch;
    private final boolean sandbox;

    /** @param sandbox whether a token may come over plain HTTP from this machine */
    CallerCheck(
            Partners partners, UsernameTokens tokens, PartnerThrottle throttle, PartnerWatch watch, boolean sandbox) {
        super(Phase.PRE_PROTOCOL);
        this.partners = partners;
        this.tokens = tokens;
        this.throttle = throttle;
        this.watch = watch;
        this.sandbox = sandbox;
    }

    @Override
    public Set<QName> getUnderstoodHeaders() {
        return Set.of(SECURITY);
    }

    @Override
    public void handleMessage(SoapMessage message) {
        HttpServletRequest request = Objects.requireNonNull(
                (HttpServletRequest) message.get(AbstractHTTPDestination.HTTP_REQUEST), "a notification comes by HTTP");
        Element security = security(message);
        String claimed = security == null ? "" : UsernameTokens.claimed(security);
        String address = request.getRemoteAddr();
        message.put(OURS, true);
        try {
            if (throttle.waits(claimed, address)) {
                throw NotServed.security(ProblemCode.SEC_012, claimed, "too many wrong credentials; not looked at");
            }
            message.put(INSURER, caller(request, security, claimed));
            throttle.succeeded(claimed, address);
            message.remove(OURS);
        } catch (NotServed e) {
            if (e.code() == ProblemCode.SEC_010 && throttle.failed(claimed, address)) {
                watch.guesses(claimed, address);
            }
            throw new Fault(e);
        }
    }

    private String caller(HttpServletRequest request, @Nullable Element security, String claimed) {
        String certificate = certificate(request);
        String byCertificate = certificate == null
                ? null
                : partners.holder(certificate)
                        .orElseThrow(() -> NotServed.security(
                                ProblemCode.SEC_010, claimed, "nobody here has the certificate " + certificate));
        if (security == null) {
            if (byCertificate == null) {
                throw NotServed.security(ProblemCode.SEC_010, claimed, "neither a known certificate nor a token");
            }
            return byCertificate;
        }
        String byToken = byToken(request, security, claimed);
        if (byCertificate != null && !byCertificate.equals(byToken)) {
            throw NotServed.security(
                    ProblemCode.SEC_010,
                    claimed,
                    "the certificate is of " + byCertificate + ", the token of " + byToken);
        }
        return byToken;
    }

    private String byToken(HttpServletRequest request, Element security, String claimed) {
        if (!request.isSecure() && !(sandbox && loopback(request.getRemoteAddr()))) {
            throw NotServed.security(ProblemCode.SEC_010, claimed, "a token over plain HTTP");
        }
        Proven proven = tokens.check(security);
        if (!watch.firstUse(proven.insurer(), proven.nonceHash(), proven.staleAt())) {
            throw NotServed.security(ProblemCode.SEC_011, claimed, "the token was used before");
        }
        return proven.insurer();
    }

    private static @Nullable Element security(SoapMessage message) {
        List<Element> found = message.getHeaders().stream()
                .filter(header -> header.getName().equals(SECURITY))
                .map(header -> header.getObject())
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
        if (found.size() > 1) {
            throw new Fault(NotServed.security(ProblemCode.SEC_010, "", "two security headers"));
        }
        return found.isEmpty() ? null : found.get(0);
    }

    private static @Nullable String certificate(HttpServletRequest request) {
        Object shown = request.getAttribute("jakarta.servlet.request.X509Certificate");
        if (!(shown instanceof X509Certificate[] chain) || chain.length == 0) {
            return null;
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(chain[0].getEncoded()));
        } catch (CertificateEncodingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("a certificate that TLS has accepted has an encoding", e);
        }
    }

    /** The address of a connection is a number: nothing is looked up. */
    private static boolean loopback(String address) {
        return address.startsWith("127.") || address.equals("::1") || address.equals("0:0:0:0:0:0:0:1");
    }
}
