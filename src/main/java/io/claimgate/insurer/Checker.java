package io.claimgate.insurer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.xml.transform.Source;
import javax.xml.validation.Schema;
import javax.xml.validation.Validator;
import org.xml.sax.SAXException;

/** A schema that XML is checked against. Validators are dear to make and serve one thread at a time, so they are used again. */
final class Checker {

    private final Schema schema;
    private final Queue<Validator> idle = new ConcurrentLinkedQueue<>();

    Checker(Schema schema) {
        this.schema = schema;
    }

    /** @throws SAXException if it is not valid; the message says what */
    void check(Source xml) throws SAXException {
        Validator found = idle.poll();
        Validator validator = found == null ? schema.newValidator() : found;
        try {
            validator.validate(xml);
        } catch (IOException e) {
            throw new UncheckedIOException("XML in memory cannot be read", e);
        }
        // One that threw is not used again.
        idle.add(validator);
    }
}
