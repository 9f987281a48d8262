package io.claimgate.sandbox;

import io.claimgate.flow.Home;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** The SFTP side of the simulated insurer, below {@code <home>/sandbox/sftp}. */
@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
class SftpInsurerConfiguration {

    static final String BOUND_PORT = "claimgate.sandbox.sftp.bound-port";

    @Bean(destroyMethod = "close")
    Receipts dossierReceipts(Home home, @Value("${claimgate.sandbox.insurer.timeout:2s}") Duration patience) {
        return new Receipts(root(home).resolve("receipts"), patience.dividedBy(2));
    }

    @Bean
    DossierDesk dossierDesk(Home home, Receipts receipts, InsurerLedger claims, DocumentLedger documents) {
        return new DossierDesk(root(home).resolve("dossiers"), receipts, claims, documents);
    }

    /** Tells the gateway where its insurer's SFTP server listens, once the port is known. */
    @Bean
    SftpServer sftpServer(
            Home home,
            DossierDesk desk,
            Behaviours behaviours,
            ConfigurableEnvironment environment,
            @Value("${claimgate.sandbox.sftp.port:0}") int port) {
        return new SftpServer(folder(home), port, new DossierDoor(desk, behaviours), bound -> {
            desk.catchUp();
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource("simulatedSftp", Map.of(BOUND_PORT, Integer.toString(bound))));
        });
    }

    private static Path folder(Home home) {
        return home.sandbox().resolve("sftp");
    }

    private static Path root(Home home) {
        return folder(home).resolve("root");
    }
}
