package io.claimgate.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.claimgate.app.ClaimgateApplication;
import io.claimgate.flow.BusinessClock;
import io.claimgate.store.claim.JdbcClaims;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole gateway in this JVM, in the sandbox, on an empty home and database, without samples. */
public final class RunningGateway implements AutoCloseable {

    private static final String PASSWORD = "correct horse battery";
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    public final ConfigurableApplicationContext context;
    public final JdbcClient sql;
    public final int port;
    private final AutoCloseable database;
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningGateway(ConfigurableApplicationContext context, AutoCloseable database) {
        this.context = context;
        this.database = database;
        this.sql = context.getBean(JdbcClient.class);
        this.port =
                ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    }

    /**
     * How it differs from the gateway as it is.
     *
     * @param profiles with commas; empty: none
     * @param seams configurations of the tests that wrap some of its parts
     */
    public record Shape(String profiles, List<Class<?>> seams) {}

    /** @param more settings as {@code --key=value} */
    public static RunningGateway start(Databases database, Path home, String... more) {
        return start(database, home, new Shape("sandbox", List.of()), more);
    }

    /** @param more settings as {@code --key=value} */
    public static RunningGateway start(Databases database, Path home, Shape shape, String... more) {
        if (database == Databases.H2) {
            return on(
                    Map.of("spring.datasource.url", database.freshUrl(), "spring.datasource.username", database.user()),
                    home,
                    shape,
                    more);
        }
        DurablePostgres server = DurablePostgres.start();
        return new RunningGateway(context(shape, home, settings(server.settings(), more)), server);
    }

    /** On a database that somebody else started, with its settings. */
    public static RunningGateway on(Map<String, String> database, Path home, Shape shape, String... more) {
        return new RunningGateway(context(shape, home, settings(database, more)), () -> {});
    }

    private static Map<String, String> settings(Map<String, String> database, String... more) {
        Map<String, String> settings = new TreeMap<>(Map.of("claimgate.sandbox.samples", "false"));
        settings.putAll(database);
        for (String one : more) {
            settings.put(one.substring(2, one.indexOf('=')), one.substring(one.indexOf('=') + 1));
        }
        return settings;
    }

    /** Profile production; the settings are such as {@link DurablePostgres#settings} and {@link ExternalBroker#settings}, which stay open. */
    public static RunningGateway production(Path home, Map<String, String> settings) {
        return new RunningGateway(context("production", home, with(settings, "management.server.port", "0")), () -> {});
    }

    /** Of any profiles; what it throws is what a start says. */
    public static ConfigurableApplicationContext context(String profiles, Path home, Map<String, String> settings) {
        return context(new Shape(profiles, List.of()), home, settings);
    }

    private static ConfigurableApplicationContext context(Shape shape, Path home, Map<String, String> settings) {
        Map<String, String> all = new TreeMap<>(Map.of(
                "server.address", "127.0.0.1",
                "server.port", "0",
                "spring.datasource.hikari.maximum-pool-size", "12",
                "claimgate.home", home.toString(),
                "CLAIMGATE_ADMIN_PASSWORD", PASSWORD));
        all.putAll(settings);
        return new SpringApplicationBuilder(Whole.class)
                .sources(shape.seams().toArray(Class<?>[]::new))
                .profiles(
                        shape.profiles().isEmpty()
                                ? new String[0]
                                : shape.profiles().split(","))
                .run(all.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }

    private static Map<String, String> with(Map<String, String> settings, String key, String value) {
        Map<String, String> more = new TreeMap<>(Map.of(key, value));
        more.putAll(settings);
        return more;
    }

    public BusinessClock clock() {
        return context.getBean(BusinessClock.class);
    }

    public String setting(String key) {
        return context.getEnvironment().getRequiredProperty(key);
    }

    public BookedClaims claims() {
        return new BookedClaims(
                sql,
                new JdbcClaims(sql, context.getBean(NamedParameterJdbcTemplate.class)),
                context.getBean(TransactionTemplate.class));
    }

    /** Where partners call. */
    public URI notifications() {
        return URI.create("http://127.0.0.1:" + port + "/soap/notifications");
    }

    public JsonNode post(String path, String body) {
        HttpResponse<String> response = exchange("POST", path, body);
        if (response.statusCode() / 100 != 2) {
            throw new AssertionError("POST " + path + ": " + response.statusCode() + " " + response.body());
        }
        return json(response);
    }

    public JsonNode get(String path) {
        HttpResponse<String> response = exchange("GET", path, null);
        if (response.statusCode() != 200) {
            throw new AssertionError("GET " + path + ": " + response.statusCode() + " " + response.body());
        }
        return json(response);
    }

    /** As admin. */
    public HttpResponse<String> exchange(String method, String path, String body) {
        String credentials = Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpResponse<String> response) {
        try {
            return response.body().isEmpty() ? JSON.nullNode() : JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
        try {
            database.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** As {@link io.claimgate.app.ClaimgateApplication}, without what stands among the tests. */
    @SpringBootConfiguration
    @EnableAutoConfiguration
    @ConfigurationPropertiesScan({
        ClaimgateApplication.APP,
        ClaimgateApplication.OPERATIONS,
        ClaimgateApplication.SANDBOX,
        ClaimgateApplication.FLOW,
        ClaimgateApplication.INSURER
    })
    @ComponentScan(
            basePackages = {ClaimgateApplication.APP, ClaimgateApplication.OPERATIONS, ClaimgateApplication.SANDBOX},
            excludeFilters = {
                @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = ClaimgateApplication.class),
                @ComponentScan.Filter(type = FilterType.CUSTOM, classes = OfTheTests.class)
            })
    static class Whole {}

    static final class OfTheTests implements TypeFilter {
        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory others) throws IOException {
            return type.getResource().getURL().getPath().contains("/test-classes/");
        }
    }
}
