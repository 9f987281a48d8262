package io.claimgate.files;

import io.claimgate.flow.intake.ErpSources;
import java.io.File;
import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;

/** What the routes of {@code routes/erp.camel.yaml} call. */
public final class Intake {

    private final TakeFile takeFile;
    private final Leftovers leftovers;
    private final FolderTurns turns;
    private final ErpSources sources;

    public Intake(TakeFile takeFile, Leftovers leftovers, FolderTurns turns, ErpSources sources) {
        this.turns = turns;
        this.takeFile = takeFile;
        this.leftovers = leftovers;
        this.sources = sources;
    }

    /** Takes the file that the consumer has found; the message's headers say nothing here. */
    @SuppressWarnings("unchecked")
    public void take(Exchange exchange) throws IOException {
        GenericFile<File> file = exchange.getIn().getBody(GenericFile.class);
        takeFile.take(DropFolder.source(file), file.getFile().toPath());
    }

    /** Goes on with what was begun and not finished, for all sources whose turn is ours. */
    public void recover() throws IOException {
        for (var source : sources.all()) {
            if (turns.mine(source.source())) {
                leftovers.recover(source.source());
            }
        }
    }
}
