package io.claimgate.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.slf4j.LoggerFactory;

/** The simulated insurer's receipts for dossiers: {@code <name>.receipt.xml}, there whole or not at all. */
final class Receipts implements AutoCloseable {

    private static final String NAMESPACE = "urn:claimgate:dossier:1";

    private final Path folder;
    private final Duration late;
    private final ScheduledExecutorService later;

    /** What it says of an archive. */
    sealed interface Verdict {}

    record Accepted(String number, Instant receivedAt) implements Verdict {}

    record Refused(String code, String text) implements Verdict {}

    /** @param late how late a receipt comes in the mode slow, where no delay is given */
    Receipts(Path folder, Duration late) {
        this.folder = folder;
        this.late = late;
        this.later = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "sandbox-receipts");
            thread.setDaemon(true);
            return thread;
        });
    }

    boolean has(String name) {
        return Files.exists(file(name));
    }

    /** Now, later or never, as the behaviour wants it. */
    void give(String name, String sha256, Verdict verdict, Behaviour behaviour) throws IOException {
        switch (behaviour.mode()) {
            case NO_RECEIPT -> {}
            case SLOW -> {
                Duration delay = behaviour.delay() == null ? late : behaviour.delay();
                later.schedule(() -> writeLate(name, sha256, verdict), delay.toMillis(), TimeUnit.MILLISECONDS);
            }
            default -> write(name, sha256, verdict);
        }
    }

    private void writeLate(String name, String sha256, Verdict verdict) {
        try {
            write(name, sha256, verdict);
        } catch (IOException e) {
            LoggerFactory.getLogger(Receipts.class).warn("receipt {} cannot be written: {}", name, e.toString());
        }
    }

    void write(String name, String sha256, Verdict verdict) throws IOException {
        Path part = folder.resolve("." + name + ".receipt.xml.part");
        Files.write(
                part,
                xml(name, sha256, verdict),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.DSYNC);
        Files.move(part, file(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path file(String name) {
        return folder.resolve(name + ".receipt.xml");
    }

    private static byte[] xml(String name, String sha256, Verdict verdict) throws IOException {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartElement("receipt");
            xml.writeDefaultNamespace(NAMESPACE);
            element(xml, "archive", name + ".zip");
            element(xml, "sha256", sha256);
            if (verdict instanceof Accepted accepted) {
                xml.writeStartElement("accepted");
                element(xml, "number", accepted.number());
                element(xml, "receivedAt", accepted.receivedAt().toString());
            } else if (verdict instanceof Refused refused) {
                xml.writeStartElement("refused");
                element(xml, "code", refused.code());
                element(xml, "text", refused.text());
            }
            xml.writeEndElement();
            xml.writeEndElement();
            xml.close();
            return bytes.toByteArray();
        } catch (XMLStreamException e) {
            throw new IOException("a receipt cannot be written to memory", e);
        }
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    @Override
    public void close() {
        later.shutdownNow();
    }
}
