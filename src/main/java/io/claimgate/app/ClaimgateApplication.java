package io.claimgate.app;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the gateway, or checks its configuration. */
@SpringBootApplication(scanBasePackages = "io.claimgate")
@ConfigurationPropertiesScan("io.claimgate")
public class ClaimgateApplication {

    public static void main(String[] arguments) {
        if (List.of(arguments).contains(CheckCommand.FLAG)) {
            System.exit(CheckCommand.run(arguments, System.out));
        }
        if (List.of(arguments).contains(CheckVaultCommand.FLAG)) {
            System.exit(CheckVaultCommand.run(arguments, System.out));
        }
        SpringApplication.run(ClaimgateApplication.class, arguments);
    }
}
