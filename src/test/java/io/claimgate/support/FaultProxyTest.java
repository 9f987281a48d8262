package io.claimgate.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server sees of a client that goes away behind the proxy: the same as without it. */
class FaultProxyTest {

    private static final int LONGEST_WAIT = 10_000;

    @ParameterizedTest(name = "resetting {0}")
    @ValueSource(booleans = {true, false})
    void a_server_is_told_that_its_client_went_away(boolean resetting) throws IOException {
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                FaultProxy proxy = new FaultProxy(door.getLocalPort());
                Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
                Socket server = door.accept()) {
            // Given
            server.setSoTimeout(LONGEST_WAIT);
            client.getOutputStream().write(1);
            assertThat(server.getInputStream().read()).isEqualTo(1);

            // When
            if (resetting) {
                // As the system does for a process that is killed with something unread.
                client.setSoLinger(true, 0);
            }
            client.close();

            // Then
            assertThat(server.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void a_client_is_told_that_its_server_went_away() throws IOException {
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                FaultProxy proxy = new FaultProxy(door.getLocalPort());
                Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
                Socket server = door.accept()) {
            client.setSoTimeout(LONGEST_WAIT);
            server.close();
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
    }
}
