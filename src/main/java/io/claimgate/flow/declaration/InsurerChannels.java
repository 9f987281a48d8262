package io.claimgate.flow.declaration;

/** The ways to all insurers. */
@FunctionalInterface
public interface InsurerChannels {

    /**
     * @param insurer a folder's name under {@code mappings/insurers}
     * @throws io.claimgate.exchange.PartnerFailure.Permanent if there is none of that name
     */
    InsurerChannel of(String insurer);
}
