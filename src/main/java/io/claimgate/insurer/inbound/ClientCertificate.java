package io.claimgate.insurer.inbound;

/** Whether a partner must show a certificate on its own port. */
public enum ClientCertificate {
    NEED,
    WANT
}
