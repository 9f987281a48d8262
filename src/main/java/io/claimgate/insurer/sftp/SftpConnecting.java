package io.claimgate.insurer.sftp;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchChangedHostKeyException;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchHostKeyException;
import com.jcraft.jsch.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;

/** Makes sessions. Every failure here is before anything was asked of the server. */
final class SftpConnecting {

    /** JSch's own 16 leave most of a line idle. */
    private static final int OUTSTANDING_REQUESTS = 256;

    private SftpConnecting() {}

    static SftpSession open(SftpTarget target) throws SftpTrouble {
        Session session = session(target);
        try {
            session.connect((int) target.connect().toMillis());
            // From here on a silent server is noticed after twice this time.
            session.setTimeout((int) target.receive().toMillis());
            ChannelSftp channel = (ChannelSftp) session.openChannel("sftp");
            channel.setBulkRequests(OUTSTANDING_REQUESTS);
            channel.connect((int) target.receive().toMillis());
            return new SftpSession(target.place(), session, channel);
        } catch (JSchException e) {
            session.disconnect();
            throw new SftpTrouble(SftpTrouble.Kind.NEVER_THERE, reason(target, e), e);
        }
    }

    private static Session session(SftpTarget target) throws SftpTrouble {
        try {
            JSch client = new JSch();
            client.setKnownHosts(Files.newInputStream(target.knownHosts()));
            client.addIdentity(target.user(), Files.readAllBytes(target.key()), null, null);
            Session session = client.getSession(target.user(), target.host(), target.port());
            session.setConfig("StrictHostKeyChecking", "yes");
            session.setConfig("PreferredAuthentications", "publickey");
            session.setConfig("compression.c2s", "none");
            session.setServerAliveCountMax(1);
            return session;
        } catch (IOException e) {
            throw new SftpTrouble(
                    SftpTrouble.Kind.NEVER_THERE,
                    "key " + target.key() + " or host keys " + target.knownHosts() + " cannot be read: "
                            + e.getMessage(),
                    e);
        } catch (JSchException e) {
            throw new SftpTrouble(
                    SftpTrouble.Kind.NEVER_THERE,
                    "key " + target.key() + " or host keys " + target.knownHosts() + " cannot be used: "
                            + e.getMessage(),
                    e);
        }
    }

    private static String reason(SftpTarget target, JSchException e) {
        if (e instanceof JSchChangedHostKeyException) {
            return "the host key of " + target.place()
                    + " is not the pinned one, nothing was sent; ask the insurer, then correct " + target.knownHosts();
        }
        if (e instanceof JSchHostKeyException) {
            return "no host key of " + target.place()
                    + " is pinned, nothing was sent; get it from the insurer and add it to " + target.knownHosts();
        }
        if (String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).startsWith("auth")) {
            return target.place() + " does not let user " + target.user() + " in with key " + target.key()
                    + "; have the insurer take our public key";
        }
        return "no connection to " + target.place() + ": " + e.getMessage();
    }
}
