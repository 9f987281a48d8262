package io.claimgate.app;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the gateway, or checks its configuration. */
@SpringBootApplication(
        scanBasePackages = {ClaimgateApplication.APP, ClaimgateApplication.OPERATIONS, ClaimgateApplication.SANDBOX})
@ConfigurationPropertiesScan({
    ClaimgateApplication.APP,
    ClaimgateApplication.OPERATIONS,
    ClaimgateApplication.SANDBOX,
    ClaimgateApplication.FLOW,
    ClaimgateApplication.INSURER
})
public class ClaimgateApplication {

    // The rooms where beans or settings may stand: every class of a room that is looked through is read at each start.
    public static final String APP = "io.claimgate.app";
    public static final String OPERATIONS = "io.claimgate.operations";
    public static final String SANDBOX = "io.claimgate.sandbox";
    public static final String FLOW = "io.claimgate.flow";
    public static final String INSURER = "io.claimgate.insurer";

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
