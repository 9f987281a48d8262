package io.claimgate.app;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A refusal is for a person: its sentences without a stack. */
final class RefusalAnalyzer extends AbstractFailureAnalyzer<Refusal> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, Refusal cause) {
        return new FailureAnalysis(
                cause.getMessage(), "Each line says what to mend; docs/error-catalogue.md explains the codes.", cause);
    }
}
