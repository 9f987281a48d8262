package io.claimgate.files;

import java.io.File;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;

/** Camel's question "may I look into this folder?", answered by {@link FolderTurns}. */
public final class TurnByTurn extends DefaultPollingConsumerPollStrategy {

    private final FolderTurns turns;

    public TurnByTurn(FolderTurns turns) {
        this.turns = turns;
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        String in = ((GenericFileEndpoint<?>) endpoint).getConfiguration().getDirectory();
        return turns.mine(DropFolder.source(new File(in).getAbsoluteFile()));
    }
}
