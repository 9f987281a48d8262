package io.claimgate.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.support.Chromium;
import io.claimgate.support.Databases;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A credit manager reads why, in French, and takes the dates along in a calendar. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CalendarInBrowserTest {

    private static final Path PICTURES = Path.of("target/screenshots");

    private RunningOperations room;
    private Story story;
    private Chromium browser;

    @BeforeAll
    void start(@TempDir Path home, @TempDir(cleanup = CleanupMode.NEVER) Path profile) {
        browser = new Chromium(profile);
        room = new RunningOperations(Databases.H2, home);
        story = room.story();
        Reasons.give(room.jdbc, story.acmeExposure);
        browser.open(at("/login"));
        browser.fill("#username", room.account("viewer", "ACME-FR"));
        browser.fill("#password", RunningOperations.PASSWORD);
        browser.click("button.main");
    }

    @AfterAll
    void stop() {
        if (room != null) {
            room.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void wideAndLight() {
        browser.scripts(true);
        browser.look(1440, false);
    }

    private String at(String path) {
        return "http://127.0.0.1:" + room.port + path;
    }

    @Test
    void why_this_date_is_told_in_french_from_the_switch_on_and_in_english_again() {
        // Given
        browser.open(at("/exposures/" + story.acmeExposure));
        assertThat(browser.text()).contains("The original due date").doesNotContain("au plus tard");
        // When
        browser.click("form[action='/language'] button[value='fr']");
        // Then
        assertThat(browser.evaluate("location.pathname").asText()).isEqualTo("/exposures/" + story.acmeExposure);
        assertThat(browser.text())
                .contains("Cette date dit quand l'assureur doit avoir la déclaration.")
                .contains("Déclaration : au plus tard le mer. 3 juin 2026, soit l'échéance initiale du 5 mars 2026");
        browser.screenshot(PICTURES.resolve("exposure-french.png"));
        browser.open(at("/"));
        assertThat(browser.text()).contains("La facture A-2001 est déterminante : pourquoi cette date");
        browser.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
        browser.screenshot(PICTURES.resolve("board-french.png"));
        // When
        browser.click("form[action='/language'] button[value='en']");
        // Then
        assertThat(browser.text()).contains("Invoice A-2001 decides: why this date");
    }

    @Test
    void an_address_is_made_copied_read_and_revoked() throws Exception {
        // Given
        browser.open(at("/calendar"));
        assertThat(browser.text()).contains("No calendar reads your deadlines.");
        // When
        browser.fill("#label", "Outlook at work");
        browser.click("form[action='/calendar'] button.main");
        String address =
                browser.evaluate("document.querySelector('#address').value").asText();
        browser.evaluate("document.querySelector('[data-copy]').click()");
        // Then
        assertThat(address).startsWith(at("/api/v1/deadlines.ics?token="));
        assertThat(browser.evaluate("document.querySelector('#address').selectionEnd")
                        .asInt())
                .as("a browser without a clipboard has at least all of it selected")
                .isEqualTo(address.length());
        assertThat(browser.evaluate("document.querySelector('[data-copy]').textContent")
                        .asText())
                .isIn("Copied", "Press Ctrl+C");
        assertThat(read(address)).startsWith("200 BEGIN:VCALENDAR");
        browser.screenshot(PICTURES.resolve("calendar-made.png"));
        browser.open(at("/calendar"));
        assertThat(browser.text()).contains("Outlook at work").doesNotContain("token=");
        assertThat(browser.evaluate("document.querySelector('#address')").isNull())
                .as("shown once")
                .isTrue();
        // When
        browser.scripts(false);
        browser.open(at("/calendar"));
        browser.click("button.danger");
        // Then
        assertThat(browser.text()).contains("The address is revoked");
        assertThat(read(address)).startsWith("404 ");
    }

    private static String read(String address) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }
}
