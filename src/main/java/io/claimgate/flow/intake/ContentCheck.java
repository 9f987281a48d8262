package io.claimgate.flow.intake;

import java.io.IOException;
import java.nio.file.Path;

/** What a document really is: its bytes decide, not its name. */
public interface ContentCheck {

    /** Throws {@link DocumentRefused} for what is empty or too large; asked before bytes are stored. */
    void checkSize(long size, String name);

    /**
     * The media type of its content.
     *
     * @param bytes where they lie; read only
     * @param name as it came; its ending must not say something else
     * @throws DocumentRefused for what is empty, too large, of a kind that is not accepted, encrypted, or named as something else
     */
    String mediaType(Path bytes, String name) throws IOException;
}
