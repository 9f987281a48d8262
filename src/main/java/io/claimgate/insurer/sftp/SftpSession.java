package io.claimgate.insurer.sftp;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpATTRS;
import com.jcraft.jsch.SftpException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * A session at one server; paths are relative to its login folder. For one thread at a time, except {@link #abort}. After a
 * {@link SftpTrouble} that is not {@link SftpTrouble.Kind#DENIED} it is of no more use.
 */
public final class SftpSession {

    private static final int BLOCK = 1 << 16;

    private final String place;
    private final Session session;
    private final ChannelSftp channel;
    private boolean broken;

    SftpSession(String place, Session session, ChannelSftp channel) {
        this.place = place;
        this.session = session;
        this.channel = channel;
    }

    /** The size of the file; empty if there is none. */
    public OptionalLong size(String path) throws SftpTrouble {
        try {
            SftpATTRS found = channel.stat(path);
            return OptionalLong.of(found.getSize());
        } catch (SftpException e) {
            if (e.id == ChannelSftp.SSH_FX_NO_SUCH_FILE) {
                return OptionalLong.empty();
            }
            throw trouble("looking at " + path, e);
        }
    }

    /** Denied unless the file has so many bytes: a server may have stopped writing without saying so. */
    public void mustHave(String path, long bytes) throws SftpTrouble {
        OptionalLong found = size(path);
        if (found.isEmpty() || found.getAsLong() != bytes) {
            throw new SftpTrouble(
                    SftpTrouble.Kind.DENIED,
                    path + " at " + place + " has " + found + " bytes instead of " + bytes,
                    null);
        }
    }

    /** All of a file. @param most bytes that it may have; a larger one is denied */
    public byte[] read(String path, int most) throws SftpTrouble {
        try (InputStream in = channel.get(path)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                broken = true;
                throw new SftpTrouble(
                        SftpTrouble.Kind.DENIED, path + " at " + place + " is larger than " + most + " bytes", null);
            }
            return bytes;
        } catch (SftpException e) {
            throw trouble("reading " + path, e);
        } catch (IOException e) {
            throw lost("reading " + path, e);
        }
    }

    /** Whether bytes {@code from} to {@code to} of the file there are those of ours. */
    public boolean same(String path, Path ours, long from, long to) throws SftpTrouble {
        try (InputStream theirs = channel.get(path, null, from);
                InputStream own = Files.newInputStream(ours)) {
            own.skipNBytes(from);
            for (long left = to - from; left > 0; left -= BLOCK) {
                int length = (int) Math.min(left, BLOCK);
                if (!Arrays.equals(theirs.readNBytes(length), own.readNBytes(length))) {
                    return false;
                }
            }
            return true;
        } catch (SftpException e) {
            throw trouble("reading " + path, e);
        } catch (IOException e) {
            throw lost("reading " + path, e);
        }
    }

    /** Writes a file anew, or goes on behind what is there of it. */
    public void write(Path ours, String path, boolean goOn) throws SftpTrouble {
        try (InputStream bytes = Files.newInputStream(ours)) {
            channel.put(bytes, path, goOn ? ChannelSftp.RESUME : ChannelSftp.OVERWRITE);
        } catch (SftpException e) {
            broken = true; // answers to other writes of it may still come
            throw trouble("writing " + path, e);
        } catch (IOException e) {
            throw lost("writing " + path, e);
        }
    }

    /** Writes a small file anew. */
    public void write(byte[] bytes, String path) throws SftpTrouble {
        try {
            channel.put(new ByteArrayInputStream(bytes), path, ChannelSftp.OVERWRITE);
        } catch (SftpException e) {
            broken = true;
            throw trouble("writing " + path, e);
        }
    }

    /** Removes a file if it may. */
    public void discard(String path) throws SftpTrouble {
        try {
            channel.rm(path);
        } catch (SftpException e) {
            SftpTrouble trouble = trouble("removing " + path, e);
            if (trouble.kind() != SftpTrouble.Kind.DENIED) {
                throw trouble;
            }
        }
    }

    /**
     * Gives a file its final name unless another has it: nothing is overwritten. The temporary name may stay beside it if the connection
     * ends in the middle.
     */
    public void place(String temporary, String name) throws SftpTrouble {
        // JSch renames by posix-rename where a server offers it, and that overwrites. A second link to the file does
        // not; OpenSSH's own
        // plain rename is made of the same two steps.
        if (channel.getExtension("posix-rename@openssh.com") != null && linked(temporary, name)) {
            forget(temporary);
        } else {
            rename(temporary, name);
        }
    }

    /** False where the server's file system has no links. */
    private boolean linked(String temporary, String name) throws SftpTrouble {
        try {
            channel.hardlink(temporary, name);
            return true;
        } catch (SftpException e) {
            SftpTrouble trouble = trouble("naming " + name, e);
            if (trouble.kind() != SftpTrouble.Kind.DENIED || size(name).isPresent()) {
                throw trouble;
            }
            return false;
        }
    }

    private void rename(String temporary, String name) throws SftpTrouble {
        try {
            channel.rename(temporary, name);
        } catch (SftpException e) {
            throw trouble("naming " + name, e);
        }
    }

    /** The final name stands; what happens to the other one no longer decides anything. */
    private void forget(String temporary) {
        try {
            channel.rm(temporary);
        } catch (SftpException e) {
            broken = true;
        }
    }

    /** Whether it still answers. */
    boolean alive() {
        try {
            return !broken
                    && session.isConnected()
                    && channel.isConnected()
                    && !channel.realpath(".").isEmpty();
        } catch (SftpException e) {
            return false;
        }
    }

    boolean usable() {
        return !broken && channel.isConnected();
    }

    /** Ends it at once, whatever is under way in it. */
    public void abort() {
        session.disconnect();
    }

    private SftpTrouble trouble(String act, SftpException e) {
        boolean lost = e.getCause() != null
                || e.id == ChannelSftp.SSH_FX_CONNECTION_LOST
                || e.id == ChannelSftp.SSH_FX_NO_CONNECTION;
        return lost
                ? lost(act, e)
                : new SftpTrouble(SftpTrouble.Kind.DENIED, act + " at " + place + ": " + words(e), e);
    }

    private SftpTrouble lost(String act, Exception e) {
        broken = true;
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return new SftpTrouble(SftpTrouble.Kind.LOST, act + " at " + place + ": the connection ended, " + cause, e);
    }

    private static String words(SftpException e) {
        return switch (e.id) {
            case ChannelSftp.SSH_FX_NO_SUCH_FILE -> "no such file or folder";
            case ChannelSftp.SSH_FX_PERMISSION_DENIED -> "permission denied";
            case ChannelSftp.SSH_FX_FAILURE ->
                "the server failed (" + e.getMessage() + "); is its disk full, or the name taken?";
            default -> "the server answered " + e.id + ", " + e.getMessage();
        };
    }
}
