package io.claimgate.insurer;

import io.claimgate.exchange.InsurerProfile;
import io.claimgate.exchange.PartnerFailure;
import javax.wsdl.WSDLException;
import javax.xml.namespace.QName;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.component.cxf.common.DataFormat;
import org.apache.camel.component.cxf.jaxws.CxfConfigurer;
import org.apache.camel.component.cxf.jaxws.CxfEndpoint;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.CXFBusFactory;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.frontend.AbstractWSDLBasedEndpointFactory;
import org.apache.cxf.transport.http.HTTPConduit;
import org.apache.cxf.transport.http.HTTPConduitFactory;
import org.apache.cxf.transport.http.URLConnectionHTTPConduit;
import org.apache.cxf.transports.http.configuration.HTTPClientPolicy;
import org.apache.cxf.wsdl.WSDLManager;
import org.xml.sax.SAXException;

/** One instance of the route template {@code insurer-soap} per insurer and call, and the SOAP client behind it. */
final class InsurerRoutes {

    static final String TEMPLATE = "insurer-soap";

    static {
        // Before the JDK's HTTP client is first used: it would repeat a POST on a connection that died, and a claim
        // would be sent twice.
        System.setProperty("sun.net.http.retryPost", "false");
    }

    private final CamelContext camel;
    private final PartnerFiles files;
    private final Bus bus;

    InsurerRoutes(CamelContext camel, PartnerFiles files) {
        this.camel = camel;
        this.files = files;
        this.bus = new CXFBusFactory().createBus();
        // CXF's default conduit is slower, and retries by itself; this one is the JDK's plain connection.
        bus.setExtension(
                (factory, owner, info, target) -> new URLConnectionHTTPConduit(owner, info, target),
                HTTPConduitFactory.class);
    }

    /** Where the flow enters the route of a call. */
    static String entry(String call, String insurer) {
        return "direct:insurer." + call + "." + insurer;
    }

    void add(InsurerProfile insurer) {
        add(insurer, SoapChannel.DECLARE, insurer.soap().declare());
        String query = insurer.soap().query();
        if (query != null) {
            add(insurer, SoapChannel.QUERY, query);
        }
        insurer.soap().changes().forEach((kind, operation) -> add(insurer, SoapChannel.call(kind), operation));
        InsurerProfile.SoapDocuments documents = insurer.documents().soap();
        if (documents != null) {
            add(insurer, SoapDocuments.TRANSFER, documents.operation());
        }
        String results = insurer.soap().results();
        if (results != null) {
            add(insurer, SoapResultList.LIST, results);
        }
    }

    void close() {
        bus.shutdown(true);
    }

    private void add(InsurerProfile insurer, String call, String operation) {
        String bean = "insurer-" + call + "-" + insurer.insurer();
        camel.getRegistry().bind(bean, CxfEndpoint.class, endpoint(insurer, call, operation));
        TemplatedRouteBuilder.builder(camel, TEMPLATE)
                .routeId("insurer.call-" + call + "." + insurer.insurer())
                .parameter("insurer", insurer.insurer())
                .parameter("call", call)
                .parameter("operation", operation)
                .parameter("endpoint", bean)
                .add();
    }

    private CxfEndpoint endpoint(InsurerProfile insurer, String call, String operation) {
        InsurerProfile.Soap soap = insurer.soap();
        CxfEndpoint endpoint = new CxfEndpoint();
        endpoint.setCamelContext(camel);
        endpoint.setBus(bus);
        endpoint.setWsdlURL(wsdl(soap.wsdl()));
        endpoint.setServiceNameAsQName(new QName(soap.namespace(), soap.service()));
        endpoint.setPortNameAsQName(new QName(soap.namespace(), soap.port()));
        // Only a placeholder: each call brings the address with it.
        endpoint.setAddress("http://localhost/" + insurer.insurer());
        endpoint.setDataFormat(DataFormat.PAYLOAD);
        endpoint.setDefaultOperationName(operation);
        endpoint.setDefaultOperationNamespace(soap.namespace());
        endpoint.setAllowStreaming(false);
        endpoint.setSynchronous(true);
        endpoint.setSkipFaultLogging(true);
        boolean streams = call.equals(SoapDocuments.TRANSFER);
        endpoint.setMtomEnabled(streams);
        endpoint.setCxfConfigurer(new HttpRules(insurer.timeouts(), streams));
        return endpoint;
    }

    /** Gives the parsed WSDL to the SOAP stack under a name that is no address, so that it opens nothing. */
    private String wsdl(String path) {
        String name = "configuration:" + path;
        WSDLManager manager = bus.getExtension(WSDLManager.class);
        try {
            manager.addDefinition(
                    name,
                    manager.getDefinition(
                            HardenedXml.document(files.required(path)).getDocumentElement()));
            return name;
        } catch (WSDLException | SAXException e) {
            throw new PartnerFailure.Permanent(path + " is no WSDL that can be read: " + e.getMessage(), e);
        }
    }

    /** @param streams whether the body is sent in chunks as it is read; otherwise it is small, and goes out with its length */
    private record HttpRules(InsurerProfile.Timeouts timeouts, boolean streams) implements CxfConfigurer {

        @Override
        public void configure(AbstractWSDLBasedEndpointFactory factory) {
            // Nothing: all is set on the endpoint.
        }

        @Override
        public void configureClient(Client client) {
            HTTPClientPolicy policy = new HTTPClientPolicy();
            policy.setConnectionTimeout(timeouts.connect().toMillis());
            policy.setReceiveTimeout(timeouts.receive().toMillis());
            policy.setAutoRedirect(false);
            policy.setMaxRetransmits(0);
            policy.setAllowChunking(streams);
            ((HTTPConduit) client.getConduit()).setClient(policy);
            client.getOutInterceptors().add(new Wire.Plug());
            client.getOutInterceptors().add(new Wire.Hand());
            client.getOutInterceptors().add(LastLooks.interceptor(streams));
            client.getInInterceptors().add(new Wire.Tap());
            client.getInInterceptors().add(new Wire.Unpacked());
        }

        @Override
        public void configureServer(Server server) {
            throw new UnsupportedOperationException("insurers are called, not served, here");
        }
    }
}
