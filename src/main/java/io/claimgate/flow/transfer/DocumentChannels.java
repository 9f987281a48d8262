package io.claimgate.flow.transfer;

import java.util.List;

/** The ways of documents to all insurers. */
@FunctionalInterface
public interface DocumentChannels {

    /**
     * In the order in which they are preferred; a document goes the first way that takes its size.
     *
     * @param insurer a folder's name under {@code mappings/insurers}
     * @return empty where it takes no documents from machines
     * @throws io.claimgate.exchange.PartnerFailure.Permanent if there is none of that name
     */
    List<DocumentChannel> of(String insurer);
}
