package io.claimgate.operations;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import io.claimgate.flow.Alerts;
import io.claimgate.flow.EventLog;
import io.claimgate.flow.Vault;
import io.claimgate.support.Databases;
import io.claimgate.support.TestClock;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** A running room over one of the databases. */
final class RunningOperations implements AutoCloseable {

    static final String PASSWORD = "correct horse battery";

    /** Made once: that it takes long is its purpose. */
    private static final String PASSWORD_HASH =
            PasswordEncoderFactories.createDelegatingPasswordEncoder().encode(PASSWORD);

    final ConfigurableApplicationContext context;
    final MockMvc mvc;
    final JdbcClient jdbc;
    final TestClock clock;
    final TransactionTemplate transactions;
    final int port;

    RunningOperations(Databases database, Path home, String... more) {
        // Arguments win over application.yaml; properties of the builder would not.
        context = new SpringApplicationBuilder(OperationsTestApplication.class)
                .run(Stream.concat(
                                Stream.of(
                                        "--spring.datasource.url=" + database.freshUrl(),
                                        "--spring.datasource.username=" + database.user(),
                                        "--claimgate.home=" + home,
                                        "--claimgate.metrics.refresh=200ms",
                                        "--server.address=127.0.0.1",
                                        "--server.port=0"),
                                Stream.of(more))
                        .toArray(String[]::new));
        jdbc = context.getBean(JdbcClient.class);
        clock = context.getBean(TestClock.class);
        transactions = context.getBean(TransactionTemplate.class);
        port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
        mvc = MockMvcBuilders.webAppContextSetup((WebApplicationContext) context)
                .apply(springSecurity())
                .build();
    }

    Story story() {
        return new Story(
                jdbc,
                transactions,
                context.getBean(EventLog.class),
                context.getBean(Alerts.class),
                context.getBean(Vault.class));
    }

    /** An account with that right for these creditors, named after both. */
    String account(String right, String creditors) {
        String name =
                right + "-" + creditors.replace("*", "all").replace(',', '-').toLowerCase(java.util.Locale.ROOT);
        if (jdbc.sql("select count(*) from account where name = ?")
                        .param(name)
                        .query(Long.class)
                        .single()
                == 0) {
            jdbc.sql(
                            "insert into account (name, password_hash, rights, creditors, must_change, enabled, created_by, created_at)"
                                    + " values (?, ?, ?, ?, false, true, 'test', current_timestamp)")
                    .params(name, PASSWORD_HASH, right, creditors)
                    .update();
        }
        return name;
    }

    MockHttpServletRequestBuilder get(String account, String path) {
        return MockMvcRequestBuilders.get(uri(path)).with(httpBasic(account, PASSWORD));
    }

    MockHttpServletRequestBuilder post(String account, String path) {
        return MockMvcRequestBuilders.post(uri(path)).with(httpBasic(account, PASSWORD));
    }

    /** As it stands, but for blanks and quotes: the builders would encode percent signs again. */
    private static java.net.URI uri(String path) {
        return java.net.URI.create(path.replace(" ", "%20").replace("'", "%27"));
    }

    @Override
    public void close() {
        context.close();
    }
}
