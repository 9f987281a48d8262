package io.claimgate.insurer;

import io.claimgate.exchange.InsurerProfile;
import io.claimgate.flow.LastLook;
import jakarta.activation.DataHandler;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.attachment.AttachmentMessage;
import org.apache.camel.component.cxf.common.CxfPayload;
import org.apache.camel.support.DefaultExchange;
import org.apache.cxf.binding.soap.SoapHeader;
import org.apache.cxf.message.Message;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/** Sends one body over the insurer's route and waits for the answer, at most as long as its outer limit says. */
final class SoapCaller {

    /** Where the route finds the insurer's address of this call. */
    static final String ADDRESS = "insurerAddress";

    private final CamelContext camel;
    private final ProducerTemplate producer;
    private final ExecutorService calls;
    private final Addresses addresses;

    SoapCaller(CamelContext camel, ExecutorService calls, Addresses addresses) {
        this.camel = camel;
        this.producer = camel.createProducerTemplate();
        this.calls = calls;
        this.addresses = addresses;
    }

    /** What came back, and what went wrong; null where nothing did. */
    record Called(Wire wire, @Nullable Throwable failure) {}

    /** What is sent: the body of the message, and what goes beside it. */
    record Letter(String call, byte[] body, @Nullable Enclosure enclosure, LastLook look) {}

    /** A question: it may be asked by anybody at any time. */
    Called ask(InsurerProfile insurer, String call, byte[] body) {
        return call(
                insurer,
                new Letter(call, body, null, LastLook.NONE),
                insurer.timeouts().outer());
    }

    Called tell(InsurerProfile insurer, String call, byte[] body, LastLook look) {
        return call(
                insurer, new Letter(call, body, null, look), insurer.timeouts().outer());
    }

    /** @param limit for the whole call */
    Called call(InsurerProfile insurer, Letter letter, Duration limit) {
        Wire wire = new Wire(letter.look());
        Future<Called> running = calls.submit(() -> send(insurer, letter, wire));
        try {
            return running.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            running.cancel(true);
            wire.cut();
            return new Called(new Wire(LastLook.NONE), new TimeoutException("no end of the call within " + limit));
        } catch (InterruptedException e) {
            running.cancel(true);
            Thread.currentThread().interrupt();
            // The process is ending: its successor finds the submission as SENDING and asks.
            throw new IllegalStateException("stopped while waiting for insurer " + insurer.insurer(), e);
        } catch (ExecutionException e) {
            return new Called(wire, e.getCause());
        }
    }

    private Called send(InsurerProfile insurer, Letter letter, Wire wire) throws SAXException {
        wire.watch();
        try {
            String address;
            try {
                address = addresses.resolve(insurer.soap().address());
            } catch (NothingSent e) {
                return new Called(wire, e);
            }
            Exchange exchange = new DefaultExchange(camel, ExchangePattern.InOut);
            exchange.setProperty(ADDRESS, address);
            List<Source> sources = List.of(new DOMSource(HardenedXml.document(letter.body())));
            exchange.getIn().setBody(new CxfPayload<SoapHeader>(new java.util.ArrayList<>(), sources, null));
            Enclosure enclosure = letter.enclosure();
            if (enclosure != null) {
                exchange.setProperty(Message.MTOM_ENABLED, "true");
                exchange.getIn(AttachmentMessage.class)
                        .addAttachment(enclosure.id(), new DataHandler(enclosure.source()));
            }
            Exchange answered = producer.send(InsurerRoutes.entry(letter.call(), insurer.insurer()), exchange);
            return new Called(wire, answered.getException());
        } finally {
            wire.close();
        }
    }
}
