package io.claimgate.flow.bookkeeping;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How postings are handed over.
 *
 * @param answerWithin how long, in business time, an ERP may take to answer a file of postings before a person is told
 */
@ConfigurationProperties("claimgate.postings")
public record BookkeepingSettings(@DefaultValue("P3D") Duration answerWithin) {

    public BookkeepingSettings {
        if (answerWithin.isNegative() || answerWithin.isZero()) {
            throw new IllegalArgumentException(
                    "claimgate.postings.answer-within " + answerWithin + " must be above zero, such as P3D");
        }
    }
}
