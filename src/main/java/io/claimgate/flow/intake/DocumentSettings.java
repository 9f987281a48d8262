package io.claimgate.flow.intake;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What is taken as evidence.
 *
 * @param largest size of a document; a larger one is refused
 */
@ConfigurationProperties("claimgate.documents")
public record DocumentSettings(@DefaultValue("100MB") DataSize largest) {

    public DocumentSettings {
        if (largest.toBytes() <= 0) {
            throw new IllegalArgumentException("claimgate.documents.largest " + largest + " must be above zero");
        }
    }
}
