package io.claimgate.sandbox;

import java.io.IOException;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.Validator;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.staxutils.StaxUtils;
import org.apache.cxf.ws.addressing.EndpointReferenceUtils;
import org.apache.cxf.wsdl.interceptors.DocLiteralInInterceptor;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Holds a request against the schema of the WSDL as it came, but for the bytes of documents: JAXB with a schema would take every
 * attachment into memory, several times, only to see that it is base64. Needs {@code schema-validation-enabled} off.
 */
final class SchemaCheck extends AbstractPhaseInterceptor<Message> {

    private static final String XOP = "http://www.w3.org/2004/08/xop/include";

    SchemaCheck() {
        super(Phase.UNMARSHAL);
        addBefore(DocLiteralInInterceptor.class.getName());
    }

    @Override
    public void handleMessage(Message message) {
        XMLStreamReader body = message.getContent(XMLStreamReader.class);
        if (body == null || !body.isStartElement()) {
            return;
        }
        try {
            Document request = StaxUtils.read(body);
            check(request, schema(message));
            message.setContent(XMLStreamReader.class, StaxUtils.createXMLStreamReader(request));
        } catch (SAXException | XMLStreamException e) {
            Fault refused = new Fault(e);
            refused.setFaultCode(Fault.FAULT_CODE_CLIENT);
            throw refused;
        } catch (IOException e) {
            throw new Fault(e);
        }
    }

    private static void check(Document request, Schema schema) throws SAXException, IOException {
        Document words = (Document) request.cloneNode(true);
        NodeList attachments = words.getElementsByTagNameNS(XOP, "Include");
        while (attachments.getLength() > 0) {
            Node attachment = attachments.item(0);
            attachment.getParentNode().removeChild(attachment);
        }
        Validator validator = schema.newValidator();
        validator.validate(new DOMSource(words));
    }

    private static Schema schema(Message message) {
        return Objects.requireNonNull(
                EndpointReferenceUtils.getSchema(
                        message.getExchange().getService().getServiceInfos().get(0),
                        message.getExchange().getBus()),
                "the WSDL has a schema");
    }
}
