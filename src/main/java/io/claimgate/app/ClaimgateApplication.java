package io.claimgate.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the gateway. */
@SpringBootApplication(scanBasePackages = "io.claimgate")
@ConfigurationPropertiesScan("io.claimgate")
public class ClaimgateApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(ClaimgateApplication.class, arguments);
    }
}
