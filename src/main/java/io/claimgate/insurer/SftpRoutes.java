package io.claimgate.insurer;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.TemplatedRouteBuilder;

/** The two routes of an insurer with an SFTP server, from the route template {@code insurer-sftp}. */
final class SftpRoutes {

    static final String SEND = "transfer-dossier";
    static final String LOOK = "look-for-receipt";
    private static final String TEMPLATE = "insurer-sftp";
    private static final String WORKER = "insurer-sftp-work";

    private SftpRoutes() {}

    /** Where the flow enters the route of a call. */
    static String entry(String call, String insurer) {
        return "direct:insurer." + call + "." + insurer;
    }

    static void add(CamelContext camel, String insurer) {
        camel.getRegistry().bind(WORKER, Processor.class, (Processor) SftpRoutes::work);
        for (String call : new String[] {SEND, LOOK}) {
            TemplatedRouteBuilder.builder(camel, TEMPLATE)
                    .routeId("insurer." + call + "." + insurer)
                    .parameter("insurer", insurer)
                    .parameter("call", call)
                    .parameter("worker", WORKER)
                    .add();
        }
    }

    private static void work(Exchange exchange) throws SftpWork.Failed {
        exchange.getIn().getBody(SftpWork.class).run();
    }
}
