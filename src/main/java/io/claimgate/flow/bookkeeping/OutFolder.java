package io.claimgate.flow.bookkeeping;

/**
 * The folders {@code out/}. A file is first put down whole under a name that nobody takes, and then renamed; so what lies there tells after a
 * death whether the renaming has happened. Throws {@link io.claimgate.exchange.PartnerFailure.Transient} where the folder does not work.
 */
public interface OutFolder {

    /** Puts the bytes down beside, durable, where only a batch laid by the same run is looked for. */
    void stage(OutBatch batch, byte[] bytes);

    /** Whether they lie beside: then the renaming has not happened. */
    boolean staged(OutBatch batch);

    /** Whether the file is there under its name, with its bytes. */
    boolean published(OutBatch batch);

    /** Renames, durable, and removes what other runs have left beside. */
    void publish(OutBatch batch);
}
