package io.claimgate.app;

import io.claimgate.store.restore.VaultCheck;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * {@code --check-vault}: whether the vault has the bytes of every hash that the database names. For a backup, a restored home before its
 * start, or beside a working gateway on PostgreSQL; it starts nothing and changes nothing.
 */
final class CheckVaultCommand {

    static final String FLAG = "--check-vault";

    private CheckVaultCommand() {}

    /** Prints what lacks; 0 if nothing does, else 1. */
    static int run(String[] arguments, PrintStream out) {
        String[] others = Arrays.stream(arguments)
                .filter(argument -> !argument.equals(FLAG))
                .toArray(String[]::new);
        try (ConfigurableApplicationContext context = CheckCommand.settingsOnly(others)) {
            ConfigurableEnvironment environment = context.getEnvironment();
            String url = environment.getRequiredProperty("spring.datasource.url");
            DriverManagerDataSource database = new DriverManagerDataSource(
                    // What is to be looked at must be there already.
                    url.startsWith("jdbc:h2:") ? url + ";IFEXISTS=TRUE" : url,
                    environment.getProperty("spring.datasource.username", ""),
                    environment.getProperty("spring.datasource.password", ""));
            Path vault = Path.of(environment.getRequiredProperty(HomeEnvironment.HOME))
                    .resolve("vault");
            VaultCheck.Outcome outcome = new VaultCheck(JdbcClient.create(database), vault).run(out::println);
            out.println(
                    outcome.lacking() == 0
                            ? "sound: the vault has the bytes of all " + outcome.hashes() + " hashes"
                            : outcome.lacking() + " of " + outcome.hashes() + " hashes lack their bytes");
            return outcome.lacking() == 0 ? 0 : 1;
        } catch (DataAccessException e) {
            out.println("OPS-032 the database cannot be looked at: "
                    + e.getMostSpecificCause().getMessage()
                    + "; on H2 stop the gateway, or look at a backup (--claimgate.home=...)");
            return 1;
        }
    }
}
