package io.claimgate.insurer.inbound;

import io.claimgate.flow.settlement.PartnerWatch;
import jakarta.servlet.Filter;
import java.time.Clock;
import java.util.Map;
import java.util.function.IntSupplier;
import org.apache.cxf.Bus;
import org.apache.cxf.jaxws.EndpointImpl;
import org.apache.cxf.logging.FaultListener;

/** The endpoint of our notifications with everything around it, and the filters in front of it. */
public final class NotificationDoor {

    private final Partners partners;
    private final PartnerWatch watch;
    private final PartnerSettings settings;
    private final boolean sandbox;
    private final Clock systemClock;
    private final Refusals refusals;

    /** @param sandbox whether tokens may come over plain HTTP from this machine, and the simulated insurer has a door of its own */
    public NotificationDoor(
            Partners partners, PartnerWatch watch, PartnerSettings settings, boolean sandbox, Clock systemClock) {
        this.partners = partners;
        this.watch = watch;
        this.settings = settings;
        this.sandbox = sandbox;
        this.systemClock = systemClock;
        this.refusals = new Refusals(watch);
    }

    /** Publishes it at {@code <soap>/notifications}. */
    public EndpointImpl publish(Bus bus, Notifications notifications) {
        EndpointImpl endpoint = new EndpointImpl(bus, notifications);
        endpoint.setWsdlLocation("classpath:schemas/gateway/notifications.wsdl");
        endpoint.setProperties(Map.of(
                "schema-validation-enabled",
                "true",
                "mtom-enabled",
                "false",
                FaultListener.class.getName(),
                NeutralFaults.silent()));
        endpoint.getInInterceptors()
                .add(new CallerCheck(
                        partners,
                        new UsernameTokens(partners, settings.freshness()),
                        new PartnerThrottle(systemClock),
                        watch,
                        sandbox));
        endpoint.getOutFaultInterceptors().add(new NeutralFaults(refusals));
        endpoint.publish(Notifications.PATH);
        return endpoint;
    }

    /** For {@code <soap>/notifications}, behind {@link #doors}. */
    public Filter gate() {
        return new NotificationGate(
                refusals, Math.toIntExact(settings.largestMessage().toBytes()));
    }

    /**
     * For every path, before everything else.
     *
     * @param soap the path of SOAP, {@code /soap}
     * @param partnerPort the partners' port as it really is; 0 where they have none of their own
     */
    public Filter doors(String soap, IntSupplier partnerPort) {
        return new SoapDoors(soap, sandbox, partnerPort);
    }

    /** Where the endpoint is below the path of SOAP. */
    public static String path() {
        return Notifications.PATH;
    }
}
