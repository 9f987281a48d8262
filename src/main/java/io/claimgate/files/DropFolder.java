package io.claimgate.files;

import java.io.File;
import org.apache.camel.component.file.GenericFile;

/** Which source a file in {@code erp/<source>/in} belongs to: the path says it, no header does. */
final class DropFolder {

    private DropFolder() {}

    static String source(GenericFile<File> file) {
        return source(file.getFile().getAbsoluteFile().getParentFile());
    }

    /** Of the folder {@code in}. */
    static String source(File in) {
        File folder = in.getParentFile();
        if (folder == null) {
            throw new IllegalArgumentException(in + " is no drop folder erp/<source>/in");
        }
        return folder.getName();
    }
}
