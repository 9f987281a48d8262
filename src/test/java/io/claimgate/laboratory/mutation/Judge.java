package io.claimgate.laboratory.mutation;

import java.util.Arrays;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs the test classes that are its arguments in a JVM of its own; ends with 0 if all are green, 1 if one is red, 2 if there are none. */
final class Judge {

    private Judge() {}

    public static void main(String[] classes) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(Arrays.stream(classes)
                        .map(DiscoverySelectors::selectClass)
                        .toList())
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        TestExecutionSummary summary = listener.getSummary();
        summary.getFailures()
                .forEach(failure -> System.out.println("RED "
                        + failure.getTestIdentifier().getDisplayName() + ": "
                        + String.valueOf(failure.getException().getMessage()).replace('\n', ' ')));
        System.out.println(summary.getTestsSucceededCount() + " green, " + summary.getTotalFailureCount() + " red");
        System.out.flush();
        Runtime.getRuntime().halt(summary.getTestsFoundCount() == 0 ? 2 : summary.getTotalFailureCount() > 0 ? 1 : 0);
    }
}
