package io.claimgate;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Component;

/** The rooms of the house: who may use whom, and the picture of it in docs/rooms.md. */
class ArchitectureTest {

    /** Each may use the JDK and what stands to its left. */
    private static final List<String> DOMAIN = List.of(
            "problem",
            "money",
            "calendar",
            "policy",
            "deadline",
            "receivable",
            "claim",
            "dossier",
            "recovery",
            "scenario",
            "accounting",
            "feed",
            "exchange");

    private static final List<String> ADAPTERS =
            List.of("files", "insurer", "paper", "store", "catalogue", "operations", "sandbox");
    private static final String ROOT = "io.claimgate.";
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/sandbox/wsdl/")) // generated
            .withImportOption(location -> !location.contains("/notifications/")) // generated, for both sides
            .importPackages("io.claimgate");

    @Test
    void the_domain_uses_the_jdk_and_the_domain_to_its_left() {
        for (int i = 0; i < DOMAIN.size(); i++) {
            List<String> allowed = new java.util.ArrayList<>(List.of("java..", "org.jspecify.."));
            DOMAIN.subList(0, i + 1).forEach(room -> allowed.add(ROOT + room + ".."));
            classes()
                    .that()
                    .resideInAPackage(ROOT + DOMAIN.get(i) + "..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(allowed.toArray(String[]::new))
                    .allowEmptyShould(true)
                    .check(HOUSE);
        }
    }

    @Test
    void flows_use_the_domain_and_ports() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "flow..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(packages(ADAPTERS)).or(resideInAPackage(ROOT + "app..")))
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage(ROOT + "flow..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.camel..",
                        "org.springframework.jdbc..",
                        "java.sql..",
                        "jakarta.jms..",
                        "com.fasterxml..")
                .check(HOUSE);
    }

    @Test
    void adapters_never_use_each_other_nor_the_application() {
        for (String adapter : ADAPTERS) {
            List<String> others =
                    ADAPTERS.stream().filter(other -> !other.equals(adapter)).toList();
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + adapter + "..")
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(packages(others)).or(resideInAPackage(ROOT + "app..")))
                    .check(HOUSE);
        }
    }

    @Test
    void camel_stays_in_adapters_and_the_application() {
        noClasses()
                .that(not(resideInAnyPackage(packages(ADAPTERS)).or(resideInAPackage(ROOT + "app.."))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.camel..")
                .check(HOUSE);
    }

    /** The application looks for beans and settings in these rooms alone. */
    @Test
    void beans_and_settings_stand_where_they_are_looked_for() {
        classes()
                .that()
                .areMetaAnnotatedWith(Component.class)
                .should()
                .resideInAnyPackage(ROOT + "app..", ROOT + "operations..", ROOT + "sandbox..")
                .check(HOUSE);
        classes()
                .that()
                .areAnnotatedWith(ConfigurationProperties.class)
                .should()
                .resideInAnyPackage(
                        ROOT + "app..", ROOT + "operations..", ROOT + "sandbox..", ROOT + "flow..", ROOT + "insurer..")
                .check(HOUSE);
    }

    @Test
    void no_room_stands_in_a_circle() {
        slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void nobody_asks_the_system_for_the_time() {
        noClasses()
                .should()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .orShould()
                .callMethod(java.time.ZonedDateTime.class, "now")
                .orShould()
                .callMethod(java.time.OffsetDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(HOUSE);
    }

    @Test
    void the_picture_of_the_rooms_is_true() throws IOException {
        // Given
        Path picture = Path.of("docs/rooms.md");

        // When
        String drawn = draw();

        // Then
        if (!Files.exists(picture) || Boolean.getBoolean("draw")) {
            Files.writeString(picture, drawn);
        }
        assertThat(drawn)
                .as("docs/rooms.md is drawn by this test; run it with -Ddraw=true")
                .isEqualTo(Files.readString(picture));
    }

    private static String draw() {
        SortedMap<String, SortedSet<String>> arrows = new TreeMap<>();
        for (JavaClass from : HOUSE) {
            for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                String target = room(dependency.getTargetClass());
                if (!target.isEmpty() && !room(from).isEmpty() && !target.equals(room(from))) {
                    arrows.computeIfAbsent(room(from), key -> new TreeSet<>()).add(target);
                }
            }
        }
        StringBuilder text = new StringBuilder(
                "# The rooms and who uses whom\n\nDrawn by `ArchitectureTest`; an arrow means \"uses\".\n"
                        + "`app` wires everything and is left out.\n\n```mermaid\nflowchart LR\n");
        arrows.forEach((from, targets) -> targets.forEach(target -> text.append("  ")
                .append(from.replace('.', '_'))
                .append('[')
                .append(from)
                .append("] --> ")
                .append(target.replace('.', '_'))
                .append('[')
                .append(target)
                .append("]\n")));
        return text.append("```\n").toString();
    }

    /** The room of a class; empty for the application and for what is not ours. */
    private static String room(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(ROOT) || name.startsWith(ROOT + "app")) {
            return "";
        }
        String[] parts = name.substring(ROOT.length()).split("\\.");
        return parts[0].equals("flow") && parts.length > 1 ? "flow." + parts[1] : parts[0];
    }

    private static String[] packages(List<String> rooms) {
        return rooms.stream().map(room -> ROOT + room + "..").toArray(String[]::new);
    }
}
