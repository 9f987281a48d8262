package io.claimgate.operations.acts;

import io.claimgate.flow.Home;
import io.claimgate.operations.ApiProblem;
import io.claimgate.operations.access.Caller;
import io.claimgate.operations.access.Creditors;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** A file that comes over HTTP is dropped into the source's folder like any other: it appears there at once and whole. */
@Service
public class Drop {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N} _.,+()=@#-]{1,200}");
    private static final List<String> NEVER_TAKEN = List.of(".tmp", ".part", ".filepart", ".writing");

    private final Home home;
    private final ObjectProvider<DropSources> sources;

    Drop(Home home, ObjectProvider<DropSources> sources) {
        this.home = home;
        this.sources = sources;
    }

    /** Drops it; throws {@link ApiProblem} 404 for an unknown source, 400 for a name, 409 if one of that name still lies there. */
    public void drop(Caller caller, String source, String name, InputStream bytes) throws IOException {
        boolean known = sources.getObject()
                .creditors(source)
                .filter(served -> caller.creditors().includes(Creditors.of(served)))
                .isPresent();
        if (!known) {
            throw ApiProblem.notFound("source " + source);
        }
        checkName(name);
        Path in = home.in(source);
        Path hidden = in.resolve("." + UUID.randomUUID() + ".part");
        try {
            Files.copy(bytes, hidden);
            try (FileChannel channel = FileChannel.open(hidden, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            // A link fails if the name is there; a rename would replace the file that lies there.
            Files.createLink(in.resolve(name), hidden);
        } catch (FileAlreadyExistsException there) {
            throw ApiProblem.conflict("a file \"" + name + "\" still lies in erp/" + source
                    + "/in; wait until it is taken, or choose another name");
        } finally {
            Files.deleteIfExists(hidden);
        }
    }

    private static void checkName(String name) {
        boolean hidden = name.startsWith(".") || name.startsWith("~");
        if (hidden || !NAME.matcher(name).matches() || NEVER_TAKEN.stream().anyMatch(name::endsWith)) {
            throw ApiProblem.badRequest("file name \"" + name
                    + "\": use letters, digits, spaces and _.,+()=@#- , no leading . or ~ and none of "
                    + String.join(" ", NEVER_TAKEN));
        }
    }
}
