package io.claimgate.flow.audit;

import java.util.List;
import java.util.Optional;

/** Events and blocks in the database. Lists come in pages: the caller asks on from the last one that he has. */
public interface ChainStore {

    /** An event's place in its stream. */
    record Step(long id, String stream, long seq, String creditor) {}

    Optional<Block> newest();

    Optional<Block> block(long number);

    /** By number, those above {@code after}. */
    List<Block> blocks(long after, int most);

    /** By id, those in no block and above {@code after}. */
    List<KeptEvent> unsealed(long after, int most);

    /** By id, the events of a block above {@code after}. */
    List<KeptEvent> members(Block.Header block, long after, int most);

    /** By stream and seq, behind these; from the first on for an empty stream. */
    List<Step> steps(String stream, long seq, int most);

    /** Events that say that they are in a block which is not there, or does not reach to them. */
    List<Step> strays(int most);

    /** Adds the block and puts these events into it, in the caller's transaction. */
    void seal(Block block, List<Long> events);

    /** Lets the stamp vouch for up to {@code most} events that were recorded before there were stamps; how many there were. */
    int adopt(EventStamp stamp, int most);
}
