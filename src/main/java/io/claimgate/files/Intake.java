package io.claimgate.files;

import io.claimgate.flow.intake.Taking;
import io.claimgate.flow.intake.ErpSources;
import java.io.File;
import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;

/** What the routes of {@code routes/erp.camel.yaml} call. */
public final class Intake {

    private final TakeFile takeFile;
    private final Taking taking;
    private final Leftovers leftovers;
    private final ErpSources sources;

    public Intake(TakeFile takeFile, Taking taking, Leftovers leftovers, ErpSources sources) {
        this.takeFile = takeFile;
        this.taking = taking;
        this.leftovers = leftovers;
        this.sources = sources;
    }

    /** Takes the file that the consumer has found; the message's headers say nothing here. */
    @SuppressWarnings("unchecked")
    public void take(Exchange exchange) throws IOException {
        GenericFile<File> file = exchange.getIn().getBody(GenericFile.class);
        takeFile.take(DropFolder.source(file), file.getFile().toPath());
    }

    /** Goes on with what was begun and not finished, for all sources. */
    public void recover() throws IOException {
        if (taking.waits()) {
            return;
        }
        for (var source : sources.all()) {
            leftovers.recover(source.source());
        }
    }
}
