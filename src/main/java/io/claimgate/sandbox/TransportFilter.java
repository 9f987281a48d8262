package io.claimgate.sandbox;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** In front of the simulated insurer: holds its answers back, replaces them, or has the connection cut. */
final class TransportFilter extends OncePerRequestFilter {

    private final CountDownLatch stopping = new CountDownLatch(1);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, kept);
        if (!(request.getAttribute(TransportEffect.ATTRIBUTE) instanceof TransportEffect effect)) {
            kept.copyBodyToResponse();
            return;
        }
        hold(effect);
        switch (effect.end()) {
            case ANSWER -> kept.copyBodyToResponse();
            case UNAVAILABLE -> response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            case CUT -> request.setAttribute(TransportEffect.CUT, true);
        }
    }

    private void hold(TransportEffect effect) {
        try {
            boolean ending = stopping.await(effect.delay().toMillis(), TimeUnit.MILLISECONDS);
            logger.trace("held an answer back, the process is ending: " + ending);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nothing is held back any more: the process is ending. */
    @Override
    public void destroy() {
        stopping.countDown();
    }
}
