package io.claimgate.insurer.inbound;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.IntSupplier;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Which port opens which door. Partners have their own where one is set: notifications answer only there, and nothing else does. Below
 * {@code /soap} there are no other doors (no list of services) but the simulated insurer's own.
 */
final class SoapDoors extends OncePerRequestFilter {

    private final String soap;
    private final boolean sandbox;
    private final IntSupplier partnerPort;

    /** @param partnerPort the partners' port as it really is; 0 where they have none of their own */
    SoapDoors(String soap, boolean sandbox, IntSupplier partnerPort) {
        this.soap = soap;
        this.sandbox = sandbox;
        this.partnerPort = partnerPort;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        int partners = partnerPort.getAsInt();
        boolean forPartners = partners == 0 || request.getLocalPort() == partners;
        boolean forOthers = partners == 0 || request.getLocalPort() != partners;
        boolean open = path.equals(soap + Notifications.PATH)
                ? forPartners
                : forOthers && (!below(path) || sandbox && path.startsWith(soap + "/sandbox/"));
        if (open) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(HttpStatus.NOT_FOUND.value());
        }
    }

    private boolean below(String path) {
        return path.equals(soap) || path.startsWith(soap + "/") || path.startsWith(soap + ";");
    }
}
