package io.claimgate.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.exchange.InsurerProfile;
import io.claimgate.exchange.OutcomeTable.OutcomeClass;
import io.claimgate.exchange.OutcomeTable.Symptom;
import io.claimgate.problem.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading {@code insurer.yaml} strictly. */
class InsurerFilesTest {

    private static final String NAME = "mappings/insurers/sandbox/insurer.yaml";
    private static final String SHIPPED = ConfigurationFiles.read(null)
            .texts("mappings/insurers/sandbox", "insurer.yaml")
            .get(NAME);

    private final InsurerFiles files = new InsurerFiles(Map.of("claimgate.sandbox.insurer.timeout", "2s")::get);

    @Test
    void the_shipped_insurer_is_sound() {
        // When
        InsurerFiles.Result result = files.read(List.of(new InsurerFiles.Source(NAME, SHIPPED)));

        // Then
        assertThat(result.problems()).isEmpty();
        InsurerProfile profile = result.profiles().get(0);
        assertThat(profile.timeouts())
                .isEqualTo(new InsurerProfile.Timeouts(
                        Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(6)));
        assertThat(profile.settleTime()).isEqualTo(Duration.ofSeconds(5));
        assertThat(profile.idempotentByClaimKey()).isTrue();
        assertThat(profile.documents().soap())
                .isEqualTo(new InsurerProfile.SoapDocuments("TransferDocument", 5L << 20));
        assertThat(profile.documents().receiptWithin()).isEqualTo(Duration.ofDays(2));
    }

    @Test
    void certificates_are_known_by_their_fingerprint_however_it_is_written() {
        // Given
        String fingerprint = "AB:CD".repeat(16).replace("CDAB", "CD:AB");
        String text = SHIPPED.replace("inbound:\n", "inbound:\n  certificates: [\"" + fingerprint + "\"]\n");

        // When
        InsurerFiles.Result result = files.read(List.of(new InsurerFiles.Source(NAME, text)));

        // Then
        assertThat(result.problems()).isEmpty();
        assertThat(result.profiles().get(0).inbound().certificates()).containsExactly("abcd".repeat(16));
        assertThat(result.profiles().get(0).inbound().password()).isEqualTo("{{claimgate.sandbox.insurer.password}}");
        assertThat(result.profiles().get(0).soap().results()).isEqualTo("ListResults");
    }

    @Test
    void whole_dossiers_go_over_sftp_where_the_insurer_says_so() {
        // Given
        String text = SHIPPED.substring(0, SHIPPED.indexOf("  sftp:")) + """
                  sftp: {host: files.insurer.example, user: us, key: "{{our.key}}", knownHosts: /etc/hosts.known,
                         folder: in, receipts: out, largest: 2GB, timeouts: {connect: PT3S, receive: PT4S}}
                """;

        // When
        InsurerFiles.Result result = files.read(List.of(new InsurerFiles.Source(NAME, text)));

        // Then
        assertThat(result.problems()).isEmpty();
        assertThat(result.profiles().get(0).documents().sftp())
                .isEqualTo(new InsurerProfile.SftpDocuments(
                        "files.insurer.example",
                        "22",
                        "us",
                        "{{our.key}}",
                        "/etc/hosts.known",
                        "in",
                        "out",
                        2L << 30,
                        new InsurerProfile.Timeouts(
                                Duration.ofSeconds(3), Duration.ofSeconds(4), Duration.ofSeconds(11))));
    }

    @Test
    void an_insurer_that_extends_another_says_only_what_is_different() {
        // Given
        String other = """
                insurer: other
                extends: sandbox
                channel: soap
                settleTime: PT9S
                """;

        // When
        InsurerFiles.Result result = files.read(List.of(
                new InsurerFiles.Source("mappings/insurers/other/insurer.yaml", other),
                new InsurerFiles.Source(NAME, SHIPPED)));

        // Then
        assertThat(result.problems()).isEmpty();
        InsurerProfile extending = result.profiles().get(0);
        InsurerProfile sandbox = result.profiles().get(1);
        assertThat(extending)
                .isEqualTo(new InsurerProfile(
                        "other",
                        "sandbox",
                        sandbox.soap(),
                        sandbox.timeouts(),
                        Duration.ofSeconds(9),
                        true,
                        sandbox.outcomes(),
                        InsurerProfile.Documents.NONE,
                        InsurerProfile.Inbound.NONE));
        assertThat(extending.voice())
                .as("it calls with the credentials of whom it extends")
                .isEqualTo("sandbox");
        assertThat(extending.folder()).isEqualTo(sandbox.folder()).isEqualTo("mappings/insurers/sandbox/");
    }

    @ParameterizedTest
    @CsvSource({"nobody", "third"})
    void only_a_sound_insurer_that_stands_by_itself_can_be_extended(String extended) {
        // Given
        String text = "insurer: other\nchannel: soap\nextends: " + extended + "\n";
        String third = "insurer: third\nchannel: soap\nextends: sandbox\n";

        // When
        InsurerFiles.Result result = files.read(List.of(
                new InsurerFiles.Source("mappings/insurers/other/insurer.yaml", text),
                new InsurerFiles.Source("mappings/insurers/third/insurer.yaml", third),
                new InsurerFiles.Source(NAME, SHIPPED)));

        // Then
        assertThat(result.profiles()).extracting(InsurerProfile::insurer).containsExactly("sandbox", "third");
        assertThat(result.problems())
                .extracting(Problem::sentence)
                .singleElement()
                .asString()
                .contains(
                        "mappings/insurers/other/insurer.yaml:3",
                        "extends \"" + extended + "\": is no sound insurer that stands by itself");
    }

    @ParameterizedTest
    @CsvSource({
        "503, ,       NOT_TAKEN",
        "400, ,       REFUSED",
        "404, ,       NOT_TAKEN",
        "500, ,       UNKNOWN",
        "500, Server, UNKNOWN",
        "500, Client, REFUSED",
        "200, DUPLICATE, DUPLICATE",
        "503, CLAIM_REFUSED, REFUSED",
        ",    ,       UNKNOWN"
    })
    void the_first_line_that_fits_decides_and_what_none_names_is_unknown(
            Integer http, String fault, OutcomeClass expected) {
        // Given
        InsurerProfile profile = files.read(List.of(new InsurerFiles.Source(NAME, SHIPPED)))
                .profiles()
                .get(0);

        // When
        OutcomeClass outcome = profile.outcomes().classify(new Symptom(http, fault));

        // Then
        assertThat(outcome).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "settleTime: PT5S               | settleTime: soon          | settleTime \"soon\": is not a duration",
                "settleTime: PT5S               | setleTime: PT5S           | \"setleTime\": is not known here",
                "channel: soap+sftp             | channel: pigeon           | channel \"pigeon\": is not a channel",
                "insurer: sandbox               | insurer: other            | insurer \"other\": is not the name of its folder",
                "idempotentByClaimKey: true     | idempotentByClaimKey: yes | idempotentByClaimKey \"yes\": is neither",
                "class: duplicate               | class: twice              | class \"twice\": is no class",
                "http: \"503\"                  | http: \"5033\"            | http \"5033\": is no HTTP status",
                "declare: DeclareClaim,         | declared: DeclareClaim,   | \"declare\": is missing",
                "largest: 5MB                   | largest: much             | largest \"much\": is not a size",
                "operation: TransferDocument,   | operations: TransferDocument, | \"operations\": is not known here",
                "channel: soap+sftp             | channel: soap             | channel \"soap\": does not fit",
                "receiptWithin: P2D             | receiptWithin: never      | receiptWithin \"never\": is not a duration",
                "password: \"{{claimgate.sandbox.insurer.password}}\" | password: secret | password \"...\": stands in the file",
                "password: \"{{claimgate.sandbox.insurer.password}}\" | certificates: [ab:cd] | certificates \"ab:cd\": is no SHA-256",
                "username: \"{{claimgate.sandbox.insurer.username}}\" | user: x          | \"user\": is not known here",
                "connect: PT2S                  | connect: [1]              | \"connect\": wants one value",
                "connect: PT2S                  | connect: {a               | is not YAML"
            })
    void every_fault_is_told_with_its_file_and_line(String sound, String wrong, String message) {
        // Given
        String text = SHIPPED.replace(sound, wrong);
        int line = text.substring(0, text.indexOf(wrong)).split("\n", -1).length;

        // When
        InsurerFiles.Result result = files.read(List.of(new InsurerFiles.Source(NAME, text)));

        // Then
        assertThat(text).isNotEqualTo(SHIPPED);
        assertThat(result.profiles()).isEmpty();
        assertThat(result.problems())
                .extracting(Problem::sentence)
                .anySatisfy(sentence -> assertThat(sentence).contains(message));
        assertThat(result.problems())
                .extracting(Problem::place)
                .anySatisfy(place -> assertThat(place)
                        .matches(java.util.regex.Pattern.quote(NAME) + ":(" + line + "|" + (line + 1) + ")(, .*)?"));
    }
}
