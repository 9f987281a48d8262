package io.claimgate.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.app.ClaimgateApplication;
import io.claimgate.support.ExternalBroker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.FileSystemResource;

/** docker-compose.yml and what stands beside it, against what the gateway really reads. */
class DeployTest {

    private static final String SECRETS = "/run/claimgate";

    @TempDir
    static Path once;

    private static Path secrets;

    private final Compose compose = new Compose();
    private final ImageFile image = ImageFile.read(Path.of("Dockerfile"));

    @BeforeAll
    static void make() {
        secrets = MadeSecrets.in(once.resolve("secrets")).folder().resolve("gateway");
    }

    @Test
    void the_services_are_those_of_the_contract() {
        // When
        Object replicas = Compose.map(compose.service("gateway").get("deploy")).get("replicas");
        // Then
        assertThat(compose.services())
                .containsOnlyKeys("secrets", "gateway", "postgres", "artemis", "sftp", "prometheus", "grafana");
        assertThat(replicas).isEqualTo(2);
    }

    @Test
    void every_variable_is_one_that_the_gateway_reads() {
        // Given
        KnownNames known = new KnownNames();
        Map<String, String> given = new TreeMap<>(image.environment());
        given.putAll(compose.environment("gateway"));
        // Then
        assertThat(given).hasSizeGreaterThan(10);
        assertThat(given.keySet())
                .allSatisfy(name -> assertThat(known.readsVariable(name))
                        .as("somebody reads " + name)
                        .isTrue());
        assertThat(known.readsVariable("CLAIMGATE_BROKER_ADRESS")).isFalse();
    }

    @Test
    void with_these_variables_and_secrets_the_check_finds_the_settings_sound(@TempDir Path folder) throws Exception {
        // When
        String told = check(folder, "");
        // Then
        assertThat(told).contains("sound: ").contains("end 0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SPRING_DATASOURCE_URL",
                "CLAIMGATE_SECRETS",
                "CLAIMGATE_BROKER_ADDRESS",
                "CLAIMGATE_BROKER_TRUST_STORE",
                "CLAIMGATE_PARTNER_PORT"
            })
    void without_one_of_them_the_check_refuses(String variable, @TempDir Path folder) throws Exception {
        // When
        String told = check(folder, variable);
        // Then
        assertThat(told).contains("OPS-008").contains("end 1");
    }

    @Test
    void every_file_with_a_secret_is_named_like_the_setting_that_it_gives() throws IOException {
        // Given
        KnownNames known = new KnownNames();
        Path properties = secrets.resolve("properties");
        // Then
        try (Stream<Path> files = Files.list(properties)) {
            assertThat(files)
                    .hasSize(6)
                    .allSatisfy(file -> assertThat(
                                    known.readsProperty(file.getFileName().toString()))
                            .as(file.toString())
                            .isTrue());
        }
    }

    @Test
    void ports_are_those_that_somebody_listens_on() throws IOException {
        // Given
        Properties settings = settings("application.yaml");
        settings.putAll(settings("application-production.yaml"));
        Map<String, String> variables = compose.environment("gateway");
        String broker = Files.readString(ExternalBroker.SHIPPED);
        Map<String, Object> scraped = Compose.map(((List<?>) Compose.yaml(Path.of("deploy/prometheus/prometheus.yml"))
                        .get("scrape_configs"))
                .get(0));
        Map<String, Object> found = Compose.map(((List<?>) scraped.get("dns_sd_configs")).get(0));
        // Then
        assertThat(compose.published("gateway"))
                .containsExactly(
                        Integer.valueOf(settings.get("server.port").toString()),
                        Integer.valueOf(variables.get("CLAIMGATE_PARTNER_PORT")))
                .containsExactlyElementsOf(image.ports());
        assertThat(variables.get("SPRING_DATASOURCE_URL"))
                .isEqualTo("jdbc:postgresql://postgres:5432/"
                        + compose.environment("postgres").get("POSTGRES_DB"));
        assertThat(variables.get("SPRING_DATASOURCE_USERNAME"))
                .isEqualTo(compose.environment("postgres").get("POSTGRES_USER"));
        assertThat(variables.get("CLAIMGATE_BROKER_ADDRESS")).isEqualTo("artemis:61617");
        assertThat(broker).contains("${claimgate.broker.port:61617}");
        assertThat(Files.readString(Path.of("deploy/artemis/start.sh")))
                .contains("ARTEMIS_USER=" + variables.get("SPRING_ARTEMIS_USER") + "\n");
        assertThat(Compose.list(found.get("names"))).containsExactly("gateway");
        assertThat(found.get("port")).isEqualTo(settings.get("management.server.port"));
        assertThat(scraped.get("metrics_path")).isEqualTo("/actuator/prometheus");
        assertThat(variables.get("MANAGEMENT_SERVER_ADDRESS")).isEqualTo("0.0.0.0");
        assertThat(compose.published("sftp")).containsExactly(22);
        assertThat(Files.readString(Path.of("deploy/sftp/sshd_config"))).contains("\nPort 22\n");
    }

    @Test
    void vault_and_drop_folders_are_one_for_all_gateways_and_erps_see_the_drop_folders_alone() {
        // Given
        String home = image.environment().get("CLAIMGATE_HOME");
        // Then
        assertThat(compose.mounts("gateway"))
                .contains(new Compose.Mount("home", home), new Compose.Mount("erp", home + "/erp"));
        assertThat(compose.mounts("sftp"))
                .extracting(Compose.Mount::source)
                .contains("erp")
                .doesNotContain("home");
        assertThat(image.volumes()).contains(home);
        assertThat(image.user()).isEqualTo("10001:10001");
        assertThat(ImageFile.read(Path.of("deploy/sftp/Dockerfile")).text()).contains("useradd --uid 10001 ");
    }

    @Test
    void every_volume_is_declared_and_used_and_every_file_is_there() {
        // Given
        List<Compose.Mount> all = compose.services().keySet().stream()
                .flatMap(service -> compose.mounts(service).stream())
                .toList();
        // Then
        assertThat(all.stream()
                        .map(Compose.Mount::source)
                        .filter(source -> !source.isEmpty() && !source.startsWith("./"))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(compose.volumes().keySet());
        assertThat(all.stream().filter(Compose.Mount::ofProject))
                .isNotEmpty()
                .allSatisfy(mount -> assertThat(Path.of(mount.source())).exists());
        assertThat(compose.mounts("artemis")).extracting(Compose.Mount::source).contains("./" + ExternalBroker.SHIPPED);
    }

    @ParameterizedTest
    @CsvSource({
        "gateway,    secrets-gateway,    gateway",
        "postgres,   secrets-postgres,   postgres",
        "artemis,    secrets-artemis,    artemis",
        "prometheus, secrets-prometheus, prometheus",
        "grafana,    secrets-grafana,    grafana"
    })
    void each_sees_its_own_secrets_only(String service, String volume, String folder) {
        // Then
        assertThat(compose.mounts(service).stream()
                        .filter(mount -> mount.source().startsWith("secrets-")))
                .containsExactly(new Compose.Mount(volume, SECRETS));
        assertThat(compose.mounts("secrets")).contains(new Compose.Mount(volume, "/secrets/" + folder));
    }

    @Test
    void everything_that_runs_on_says_whether_it_is_well() throws IOException {
        // When
        String check = image.healthCheck();
        // Then
        assertThat(compose.services().keySet())
                .filteredOn(service -> !List.of("secrets", "gateway").contains(service))
                .allSatisfy(service ->
                        assertThat(compose.service(service)).as(service).containsKey("healthcheck"));
        assertThat(check).contains("[\"/bin/bash\", \"/opt/claimgate/ready.sh\"]");
        assertThat(image.copied()).contains("deploy/gateway/ready.sh");
        assertThat(Files.readString(Path.of("deploy/gateway/ready.sh")))
                .contains(":-" + settings("application-production.yaml").get("management.server.port") + "}");
    }

    @Test
    void the_image_is_built_from_what_is_there_and_runs_without_rights() throws IOException {
        // Given
        String pom = Files.readString(Path.of("pom.xml"));
        String ignored = Files.readString(Path.of(".dockerignore"));
        // Then
        assertThat(image.stages()).last().isEqualTo("eclipse-temurin:25-jre");
        assertThat(image.copied())
                .contains("pom.xml", "src", "routes", "mappings", "schemas")
                .allSatisfy(source -> {
                    assertThat(Path.of(source)).exists();
                    assertThat(ignored).contains("!" + source.split("/")[0] + "\n");
                });
        assertThat(pom).contains("<finalName>claimgate</finalName>").contains("<include>routes/**</include>");
        assertThat(image.environment()).containsEntry("SPRING_PROFILES_ACTIVE", "production");
        assertThat(image.entryPoint()).startsWith("[\"java\", ").endsWith("\"-jar\", \"claimgate.jar\"]");
    }

    /** {@code --check} in a process of its own with the environment of the container, whose secrets lie in a folder here. */
    private String check(Path folder, String without) throws Exception {
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                ClaimgateApplication.class.getName(),
                "--check");
        Map<String, String> variables = new TreeMap<>(image.environment());
        variables.putAll(compose.environment("gateway"));
        variables.remove(without);
        variables.replaceAll(
                (name, value) -> value.startsWith(SECRETS + "/") ? secrets + value.substring(SECRETS.length()) : value);
        variables.put("CLAIMGATE_HOME", folder.resolve("home").toString());
        command.environment().putAll(variables);
        Process process = command.redirectErrorStream(true).start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return told + "\nend " + process.waitFor();
    }

    private static Properties settings(String file) {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new FileSystemResource("src/main/resources/" + file));
        return yaml.getObject();
    }
}
