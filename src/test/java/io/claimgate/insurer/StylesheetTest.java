package io.claimgate.insurer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claimgate.catalogue.ConfigurationFiles;
import io.claimgate.catalogue.InsurerFiles;
import io.claimgate.claim.Debtor;
import io.claimgate.claim.Declaration;
import io.claimgate.exchange.InsurerProfile;
import io.claimgate.exchange.PartnerFailure;
import io.claimgate.problem.Problem;
import io.claimgate.support.Claims;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stylesheets do what their examples say, and reach nothing but their input. */
class StylesheetTest {

    private static final ConfigurationFiles FILES = ConfigurationFiles.read(null);

    @TempDir
    Path folder;

    @Test
    void the_shipped_examples_hold() {
        // Given
        InsurerFiles.Result insurers = new InsurerFiles(key -> "2s")
                .read(FILES.texts("mappings/insurers", "/insurer.yaml").entrySet().stream()
                        .map(file -> new InsurerFiles.Source(file.getKey(), file.getValue()))
                        .toList());

        // When
        List<Problem> problems = GoldenExamples.check(insurers.profiles(), FILES::bytes, FILES.paths());

        // Then
        assertThat(insurers.profiles()).isNotEmpty();
        assertThat(problems).isEmpty();
    }

    @Test
    void an_example_that_does_not_hold_is_told_with_what_came_instead() {
        // Given
        InsurerFiles.Result insurers = new InsurerFiles(key -> "2s")
                .read(List.of(new InsurerFiles.Source(
                        "mappings/insurers/sandbox/insurer.yaml",
                        FILES.texts("mappings/insurers/sandbox", "insurer.yaml")
                                .values()
                                .iterator()
                                .next())));
        PartnerFiles changed = path -> path.endsWith("query.out.xml")
                ? "<GetClaim xmlns=\"urn:claimgate:insurer-claims:1\"><claimKey>ANOTHER</claimKey></GetClaim>"
                        .getBytes(StandardCharsets.UTF_8)
                : FILES.bytes(path);

        // When
        List<Problem> problems = GoldenExamples.check(insurers.profiles(), changed, FILES.paths());

        // Then
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.place()).endsWith("examples/query.in.xml");
            assertThat(problem.value()).contains("CG-0A1B2C3D");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<xsl:copy-of select=\"doc('@FILE@')\"/>",
                "<xsl:copy-of select=\"document('@FILE@')\"/>",
                "<xsl:value-of select=\"unparsed-text('@FILE@')\"/>",
                "<xsl:copy-of select=\"collection('@FOLDER@')\"/>",
                "<xsl:result-document href=\"@FOLDER@/written.xml\"><x/></xsl:result-document>",
                "<xsl:value-of select=\"environment-variable('PATH')\"/>",
                "<xsl:evaluate xpath=\"'1 + 1'\"/>",
                "<xsl:value-of select=\"Q{java:java.lang.System}getProperty('user.home')\"/>",
                "<xsl:value-of select=\"Q{java:java.lang.Runtime}getRuntime()\"/>"
            })
    void a_stylesheet_reaches_nothing_but_its_input(String instruction) throws Exception {
        // Given
        Path secret = Files.writeString(folder.resolve("secret.xml"), "<secret>word</secret>");
        String text =
                ("<xsl:stylesheet version=\"3.0\" xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\"><xsl:template match=\"/\"><out>"
                                + instruction + "</out></xsl:template></xsl:stylesheet>")
                        .replace("@FILE@", secret.toUri().toString())
                        .replace("@FOLDER@", folder.toUri().toString());

        // When
        String result;
        try {
            result = new String(
                    Stylesheet.compile("test.xsl", text.getBytes(StandardCharsets.UTF_8))
                            .apply(HardenedXml.source("<in/>".getBytes(StandardCharsets.UTF_8))),
                    StandardCharsets.UTF_8);
        } catch (Stylesheet.Unfit refused) {
            result = "refused";
        }

        // Then
        assertThat(result).matches("refused|.*<out/>");
        assertThat(folder.resolve("written.xml")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xsl:include", "xsl:import"})
    void a_stylesheet_takes_in_no_other(String element) throws Exception {
        // Given
        Path other = Files.writeString(
                folder.resolve("other.xsl"),
                "<xsl:stylesheet version=\"3.0\" xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\"/>");
        String text = "<xsl:stylesheet version=\"3.0\" xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\"><" + element
                + " href=\"" + other.toUri() + "\"/></xsl:stylesheet>";

        // Then
        assertThatThrownBy(() -> Stylesheet.compile("test.xsl", text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Stylesheet.Unfit.class)
                .hasMessageContaining("test.xsl");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x><x/>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><x>&e;</x>",
                "<!DOCTYPE x [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/p\">%p;]><x/>",
                "<!DOCTYPE l [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]><l>&b;</l>"
            })
    void a_doctype_is_refused_wherever_xml_is_read(String text) {
        byte[] xml = text.getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> HardenedXml.document(xml)).hasMessageContaining("DOCTYPE");
        assertThatThrownBy(() -> HardenedXml.source(xml)
                        .getXMLReader()
                        .parse(HardenedXml.source(xml).getInputSource()))
                .hasMessageContaining("DOCTYPE");
        assertThat(Envelope.read(xml)).isEmpty();
    }

    @Test
    void a_claim_that_the_insurer_could_not_read_is_refused_before_it_is_sent() {
        // Given a buyer's name longer than the contract allows
        PartnerWords words = PartnerWords.compile(sandbox(), FILES::bytes);
        Declaration sound = Claims.declaration(1);
        Debtor debtor = new Debtor("C-1", "x".repeat(300), "FR", null, null, null, null, null, null);
        Declaration wrong = new Declaration(sound.claim(), debtor, sound.lines());

        // When
        byte[] bytes = words.declaration(sound);

        // Then
        assertThat(new String(bytes, StandardCharsets.UTF_8)).contains("Menuiserie &lt;Dupont&gt; &amp; Fils");
        assertThatThrownBy(() -> words.declaration(wrong))
                .isInstanceOf(PartnerFailure.Permanent.class)
                .hasMessageContaining(sound.claim().key().value())
                .hasMessageContaining("255");
    }

    private static InsurerProfile sandbox() {
        String name = "mappings/insurers/sandbox/insurer.yaml";
        return new InsurerFiles(key -> "2s")
                .read(List.of(new InsurerFiles.Source(
                        name,
                        FILES.texts("mappings/insurers/sandbox", "insurer.yaml").get(name))))
                .profiles()
                .get(0);
    }
}
