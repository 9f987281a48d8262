package io.claimgate.files;

import io.claimgate.feed.ErpSource;
import io.claimgate.flow.Home;
import io.claimgate.flow.intake.ErpSources;
import io.claimgate.flow.intake.IntakeSettings;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;

/** One instance of the template {@code erp-drop} per source, each with folders that the gateway creates. */
public final class ErpRoutes {

    private final ErpSources sources;
    private final Home home;
    private final IntakeSettings settings;

    public ErpRoutes(ErpSources sources, Home home, IntakeSettings settings) {
        this.sources = sources;
        this.home = home;
        this.settings = settings;
    }

    /** Adds them to a context that has the template. */
    public void add(CamelContext context) {
        for (ErpSource source : sources.all()) {
            home.work(source.source());
            home.ack(source.source());
            home.out(source.source());
            TemplatedRouteBuilder.builder(context, "erp-drop")
                    .routeId("erp.take-file." + source.source())
                    .parameter("source", source.source())
                    .parameter("folder", home.in(source.source()).toString())
                    .parameter("poll", settings.poll().toMillis())
                    .add();
        }
    }
}
