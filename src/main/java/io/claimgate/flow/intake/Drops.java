package io.claimgate.flow.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The drop folders, for those who bring files by another way (REST, samples) and for those who wait until they are taken. */
public interface Drops {

    /**
     * Puts a file into the drop folder of a source: whole, durable, and with its marker where the feed wants one.
     *
     * @param fileName a plain name; IllegalArgumentException for one with a path in it or one that is never taken
     */
    void drop(String source, String fileName, InputStream bytes) throws IOException;

    /** Files in the drop folders of all sources that have not been taken yet, {@code source/name}. */
    List<String> waiting();
}
