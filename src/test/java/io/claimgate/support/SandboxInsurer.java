package io.claimgate.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.claimgate.catalogue.ConfigurationFiles;
import io.claimgate.catalogue.InsurerFiles;
import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.Home;
import io.claimgate.insurer.Addresses;
import io.claimgate.insurer.ConfiguredInsurers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.cxf.spring.boot.autoconfigure.CxfAutoConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

/** The real simulated insurer behind a real HTTP port, and the gateway's real channel to it; without the rest of the gateway. */
public final class SandboxInsurer implements AutoCloseable {

    public static final Duration TIMEOUT = Duration.ofMillis(700);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ConfigurableApplicationContext context;
    private final AtomicReference<BusinessClock> clock;
    private final HttpClient http = HttpClient.newHttpClient();

    private SandboxInsurer(ConfigurableApplicationContext context, AtomicReference<BusinessClock> clock) {
        this.context = context;
        this.clock = clock;
    }

    /** Starts it on any free port, with its files below {@code home}. */
    public static SandboxInsurer start(Path home) {
        AtomicReference<BusinessClock> clock = new AtomicReference<>(new TestClock());
        BusinessClock delegating = () -> clock.get().now();
        ConfigurableApplicationContext context = new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.SERVLET)
                .profiles("sandbox")
                .initializers(application -> {
                    application.getBeanFactory().registerSingleton("businessClock", delegating);
                    application.getBeanFactory().registerSingleton("home", new Home(home));
                })
                .run(
                        "--server.port=0",
                        "--claimgate.home=" + home,
                        "--claimgate.sandbox.insurer.timeout=" + TIMEOUT.toMillis() + "ms",
                        "--camel.main.jmx-enabled=false",
                        "--logging.level.org.apache.cxf=ERROR",
                        "--logging.level.org.apache.sshd=OFF",
                        "--spring.main.banner-mode=off");
        return new SandboxInsurer(context, clock);
    }

    /** Starts it in a new folder, and ends it with the test JVM. */
    public static SandboxInsurer shared() {
        return Shared.STARTED;
    }

    public ConfiguredInsurers channels() {
        return context.getBean(ConfiguredInsurers.class);
    }

    public CamelContext camel() {
        return context.getBean(CamelContext.class);
    }

    /** The insurer's business time from now on. */
    public void follow(BusinessClock other) {
        clock.set(other);
    }

    public String url() {
        return context.getEnvironment().getRequiredProperty("claimgate.sandbox.insurer.url");
    }

    public void behave(String json) {
        request("POST", "/api/v1/sandbox/insurer/behaviour", json);
    }

    public void behaveNormally() {
        for (String operation : List.of(
                "DeclareClaim",
                "SupplementClaim",
                "AmendClaim",
                "WithdrawClaim",
                "GetClaim",
                "TransferDocument",
                "TransferDossier")) {
            behave("{\"operation\":\"" + operation + "\",\"mode\":\"normal\"}");
        }
    }

    public List<JsonNode> claims() {
        List<JsonNode> items = new java.util.ArrayList<>();
        request("GET", "/api/v1/sandbox/insurer/claims", null).get("items").forEach(items::add);
        return items;
    }

    public Optional<JsonNode> claim(String claimKey) {
        return claims().stream()
                .filter(item -> item.get("claimKey").asText().equals(claimKey))
                .findFirst();
    }

    /** The documents that it holds of a claim. */
    public List<JsonNode> documents(String claimKey) {
        List<JsonNode> items = new java.util.ArrayList<>();
        request("GET", "/api/v1/sandbox/insurer/documents", null).get("items").forEach(items::add);
        return items.stream()
                .filter(item -> item.get("claimKey").asText().equals(claimKey))
                .toList();
    }

    public JsonNode request(String method, String path, String body) {
        HttpResponse<String> response = exchange(method, path, body);
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.statusCode() + " " + response.body());
        }
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    public HttpResponse<String> exchange(String method, String path, String body) {
        int port = URI.create(url()).getPort();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }

    private static final class Shared {
        static final SandboxInsurer STARTED = start();

        private static SandboxInsurer start() {
            try {
                return SandboxInsurer.start(Files.createTempDirectory("sandbox-insurer"));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        PropertyPlaceholderAutoConfiguration.class,
        ServletWebServerFactoryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        CxfAutoConfiguration.class,
        CamelAutoConfiguration.class
    })
    @ComponentScan(
            basePackages = "io.claimgate.sandbox",
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Insurer(Configuration|Controller)"))
    static class Parts {

        @Bean
        ConfigurationFiles configurationFiles() {
            return ConfigurationFiles.read(null);
        }

        @Bean
        CamelContextConfiguration insurerRoutes(ConfigurationFiles files) {
            return new CamelContextConfiguration() {
                @Override
                public void beforeApplicationStart(CamelContext camel) {
                    String name = "routes/insurer.camel.yaml";
                    try {
                        PluginHelper.getRoutesLoader(camel)
                                .loadRoutes(ResourceHelper.fromBytes(name, files.bytes(name)));
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }

                @Override
                public void afterApplicationStart(CamelContext camel) {
                    // Nothing.
                }
            };
        }

        @Bean(destroyMethod = "close")
        @org.springframework.context.annotation.Lazy
        ConfiguredInsurers insurers(
                CamelContext camel, ConfigurationFiles files, org.springframework.core.env.Environment environment) {
            InsurerFiles.Result profiles = new InsurerFiles(environment::getProperty)
                    .read(files.texts("mappings/insurers", "/insurer.yaml").entrySet().stream()
                            .map(file -> new InsurerFiles.Source(file.getKey(), file.getValue()))
                            .toList());
            if (!profiles.problems().isEmpty()) {
                throw new IllegalStateException(profiles.problems().toString());
            }
            return new ConfiguredInsurers(
                    camel, profiles.profiles(), files::bytes, new Addresses(environment::getProperty, true));
        }
    }
}
