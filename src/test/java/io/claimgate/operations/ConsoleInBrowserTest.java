package io.claimgate.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.flow.declaration.StoppedClaims;
import io.claimgate.support.Chromium;
import io.claimgate.support.Databases;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The console as a person sees it: a real browser, every page, with pictures in target/screenshots. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleInBrowserTest {

    private static final Path PICTURES = Path.of("target/screenshots");
    private static final int WIDE = 1440;
    private static final int NARROW = 390;

    private static final String WHAT_IF = "policy=ACME-2026&asOf=2026-07-10"
            + "&invoice.number=A&invoice.issueDate=2026-03-01&invoice.dueDate=2026-03-31&invoice.deliveryDate=2026-02-27"
            + "&invoice.net=100000&invoice.gross=120000&event.kind=DECLARED&event.date=2026-06-29"
            + "&event.kind=FILE_COMPLETE&event.date=2026-07-08&event.kind=DATE_OF_LOSS&event.date=2026-08-01"
            + "&event.kind=RECOVERY&event.date=2026-09-01&event.amount=&event.amount=&event.amount=&event.amount=24000"
            + "&delivery.date=2026-05-15&limit.amount=200000&limit.from=2026-01-01";

    private RunningOperations room;
    private Story story;
    private DecidedStory decided;
    private Chromium browser;

    @BeforeAll
    void start(@TempDir Path home, @TempDir(cleanup = CleanupMode.NEVER) Path profile) {
        browser = new Chromium(profile);
        room = new RunningOperations(Databases.H2, home, "--CLAIMGATE_ADMIN_PASSWORD=the very first sentence");
        story = room.story();
        decided = new DecidedStory(room.jdbc);
        long load = new Fixture(room.jdbc).guardCase("FIRST_LOAD", "FR-MEP60", "ACME-FR", "acme", "CG-WAITING-1");
        room.context.getBean(StoppedClaims.class).ask(load, "olga", "looked through with sales");
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
        browser.look(WIDE, false);
        browser.complaints();
    }

    private String at(String path) {
        return "http://127.0.0.1:" + room.port + path;
    }

    private void logIn(String account) {
        logOut();
        browser.fill("#username", account);
        browser.fill("#password", RunningOperations.PASSWORD);
        browser.click("button.main");
    }

    private void logOut() {
        browser.open(at("/"));
        if (!browser.evaluate("location.pathname").asText().equals("/login")) {
            browser.click("form[action='/logout'] button");
        }
    }

    @Test
    void first_login_leads_to_a_new_password_before_anything_else() {
        // Given
        browser.open(at("/claims"));
        assertThat(browser.evaluate("location.pathname").asText()).isEqualTo("/login");
        browser.screenshot(PICTURES.resolve("login.png"));
        // When
        browser.fill("#username", "admin");
        browser.fill("#password", "a wrong sentence here");
        browser.click("button.main");
        assertThat(browser.text()).contains("The name or the password is wrong.");
        browser.fill("#username", "admin");
        browser.fill("#password", "the very first sentence");
        browser.click("button.main");
        // Then
        assertThat(browser.evaluate("location.pathname").asText()).isEqualTo("/password");
        browser.open(at("/receivables"));
        assertThat(browser.evaluate("location.pathname").asText()).isEqualTo("/password");
        browser.screenshot(PICTURES.resolve("password.png"));
        // When
        change("the very first sentence", "short");
        assertThat(browser.evaluate("location.pathname").asText()).isEqualTo("/password");
        assertThat(browser.text()).contains("choose at least 12");
        change("the very first sentence", "the very first sentence");
        assertThat(browser.text()).contains("the new password is the old one");
        change("the very first sentence", "a rather new sentence");
        // Then
        assertThat(browser.text()).contains("Your password is changed.").contains("Deadlines");
    }

    private void change(String present, String next) {
        browser.evaluate(
                "document.querySelectorAll('[minlength]').forEach(field => field.removeAttribute('minlength'))");
        browser.fill("#present", present);
        browser.fill("#next", next);
        browser.fill("#again", next);
        browser.click("button.main");
    }

    @Test
    void every_page_is_accessible_and_obeys_its_own_security_policy_light_and_narrow_in_the_dark() {
        // Given
        logIn(room.account("admin", "*"));
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("board", "/");
        pages.put("band", "/?band=closing");
        pages.put("receivables", "/receivables");
        pages.put("receivable", "/receivables/" + story.acmeReceivable);
        pages.put("exposure", "/exposures/" + story.acmeExposure);
        pages.put("exposure-decided", "/exposures/" + decided.exposure);
        pages.put("claims", "/claims");
        pages.put("claim", "/claims/CG-DECLARED-1");
        pages.put("claim-waiting", "/claims/CG-WAITING-1");
        pages.put("postings", "/postings");
        pages.put("postings-none", "/postings?status=REFUSED");
        pages.put("what-if-empty", "/what-if");
        pages.put("what-if", "/what-if?" + WHAT_IF);
        pages.put(
                "what-if-currency",
                "/what-if?policy=ACME-2026&invoice.number=A&invoice.issueDate=2026-03-02&invoice.dueDate=2026-03-31&invoice.gross=1085.00&invoice.currency=USD");
        pages.put("what-if-faults", "/what-if?policy=ACME-2026&invoice.number=A&invoice.gross=12,5");
        pages.put("files", "/files");
        pages.put("file", "/files/" + story.acmeFile);
        pages.put("file-held", "/files/" + story.heldFile);
        pages.put("guards", "/guards");
        pages.put("requests", "/requests");
        pages.put("requests-decided", "/requests?waiting=false");
        pages.put("alerts", "/alerts");
        pages.put("alerts-cleared", "/alerts?open=false");
        pages.put("routes", "/routes");
        pages.put("dead-letters", "/dead-letters");
        pages.put("calendar", "/calendar");
        pages.put("accounts", "/accounts");
        pages.put("status", "/status");
        pages.put("restore", "/restore");
        pages.put("change-password", "/password");
        pages.put("not-found", "/claims/NO-SUCH");
        SoftAssertions every = new SoftAssertions();
        pages.forEach((name, path) -> {
            // Two looks show what four would: colours do not depend on the width.
            for (boolean narrowAndDark : new boolean[] {false, true}) {
                // When
                browser.look(narrowAndDark ? NARROW : WIDE, narrowAndDark);
                browser.open(at(path));
                String look = narrowAndDark ? "-narrow-dark" : "";
                browser.screenshot(PICTURES.resolve(name + look + ".png"));
                // Then
                every.assertThat(browser.complaints().stream()
                                .filter(text -> !name.equals("not-found") || !text.contains("404")))
                        .as(path + look)
                        .isEmpty();
                every.assertThat(browser.accessibilityFaults()).as(path + look).isEmpty();
                every.assertThat(browser.evaluate("document.documentElement.scrollWidth")
                                .asInt())
                        .as(path + look)
                        .isLessThanOrEqualTo(narrowAndDark ? NARROW : WIDE);
            }
        });
        every.assertAll();
    }

    @Test
    void what_if_answers_while_one_types_and_moves_the_day() {
        // Given
        logIn(room.account("viewer", "ACME-FR"));
        browser.open(at("/what-if?policy=ACME-2026"));
        // When
        browser.fill("[name='invoice.number']", "A");
        browser.fill("[name='invoice.issueDate']", "2026-03-01");
        browser.fill("[name='invoice.dueDate']", "2026-03-31");
        browser.fill("[name='invoice.gross']", "120000");
        browser.evaluate("document.querySelector('[name=\"invoice.gross\"]')"
                + ".dispatchEvent(new Event('change', {bubbles: true}))");
        // Then
        Awaitility.await().untilAsserted(() -> assertThat(browser.text()).contains("Fri 31 Jul 2026"));
        assertThat(browser.evaluate("document.querySelectorAll('[name=\"invoice.number\"]').length")
                        .asInt())
                .isEqualTo(2);
        // When
        browser.evaluate("const slider = document.getElementById('move'); slider.value = slider.max;"
                + " slider.dispatchEvent(new Event('input', {bubbles: true}))");
        // Then
        Awaitility.await().untilAsserted(() -> assertThat(browser.text()).contains("Foreclosed"));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void board_reads_without_scripts_and_explains_its_dates() {
        // Given
        logIn(room.account("viewer", "ACME-FR"));
        // When
        browser.scripts(false);
        browser.open(at("/"));
        // Then
        browser.scripts(true);
        String text = browser.text();
        assertThat(text)
                .contains("Closing within 7 days")
                .contains("Wed 3 Jun 2026")
                .contains("Garage Martin")
                .contains("24,690.60");
        assertThat(text).contains("Boulangerie <Lyon>").doesNotContain("Tanaka").doesNotContain("JPY");
        assertThat(browser.evaluate("document.querySelector('#band-missed').textContent")
                        .asText())
                .contains("Missed");
        browser.evaluate("document.querySelector('tr.why details').open = true");
        assertThat(browser.text()).contains("plus 60 days ends the cover");
        assertThat(browser.evaluate("document.querySelectorAll('form button.danger').length")
                        .asInt())
                .as("a viewer has no such button")
                .isZero();
    }

    @Test
    void the_page_of_a_claim_tells_its_whole_life() {
        // Given
        logIn(room.account("viewer", "ACME-FR"));
        // When
        browser.open(at("/claims/CG-DECLARED-1"));
        // Then
        assertThat(browser.text())
                .contains("Drafted from the receivables")
                .contains("It tells when the insurer must have every document. The original due date")
                .contains("Delivery proof of invoice A-3000")
                .contains("mise en demeure <1>.pdf")
                .contains("Confirmed by the insurer")
                .contains("RC-000001")
                .contains("Contract, Reminder")
                .contains("S-1 was told with another amount")
                .contains("payment/7/remit")
                .contains("4711");
        assertThat(browser.evaluate("document.querySelectorAll('main form, a[href$=evidence]').length")
                        .asInt())
                .as("a viewer only looks")
                .isZero();
    }

    @Test
    void an_exposure_shows_its_supply_hold_and_the_money_of_its_claim() {
        // Given
        logIn(room.account("viewer", "ACME-FR"));
        // When
        browser.open(at("/exposures/" + decided.exposure));
        // Then
        assertThat(browser.text())
                .contains("cover stopped by policy FR-MEP60")
                .contains("Nothing on credit")
                .contains("Owed to the insurer")
                .contains("450.00");
    }

    @Test
    void postings_are_narrowed_by_status() {
        // Given
        logIn(room.account("viewer", "ACME-FR"));
        // When
        browser.open(at("/postings?status=CONFIRMED"));
        // Then
        assertThat(browser.text())
                .contains("1 found")
                .contains("P-CONFIRMED")
                .contains("4711")
                .contains("Banques")
                .contains("postings_20260601T080000000_2.csv")
                .doesNotContain("P-OPEN");
    }

    @Test
    void an_operator_adds_a_document_to_a_claim() {
        // Given
        logIn(room.account("operator", "ACME-FR"));
        browser.open(at("/claims/CG-DECLARED-1"));
        browser.evaluate("(() => { const given = new DataTransfer();"
                + " given.items.add(new File(['%PDF-1.4 contract'], 'contract 12.pdf')); document.querySelector('#file').files = given.files;"
                + " document.querySelector('#kind').value = 'CONTRACT'; })()");
        // When
        browser.click("form[action='/claims/CG-DECLARED-1/documents'] button");
        // Then
        assertThat(browser.text()).contains("The claim has the document.").contains("contract 12.pdf");
    }

    @Test
    void an_operator_answers_for_a_file_in_doubt() {
        // Given
        logIn(room.account("operator", "ACME-FR"));
        browser.open(at("/postings"));
        browser.fill("#why-3", "seen in the ERP's journal");
        // When
        browser.click("form[action='/postings/batches/3/written'] button");
        // Then
        assertThat(browser.text())
                .contains("The file counts as written.")
                .contains("postings_20260601T080000000_2.csv")
                .doesNotContain("postings_20260601T080000000_3.csv");
    }

    @Test
    void search_finds_while_typing() {
        // Given
        logIn(room.account("viewer", "*"));
        browser.open(at("/receivables"));
        // When
        browser.fill("#q", "A-2003");
        // Then
        Awaitility.await()
                .until(() -> browser.evaluate("document.querySelector('#found h2').innerText")
                        .asText()
                        .equals("1 found"));
        assertThat(browser.evaluate("location.search").asText()).contains("q=A-2003");
    }

    @Test
    void buttons_do_what_they_say() {
        // Given
        logIn(room.account("operator", "*"));
        browser.evaluate("window.confirm = () => true");
        // When
        browser.open(at("/routes"));
        browser.evaluate("window.confirm = () => true");
        browser.click("form[action='/routes/test.echo/stop'] button");
        // Then
        assertThat(browser.text()).contains("Route test.echo: stop done.");
        browser.click("form[action='/routes/test.echo/start'] button");
        assertThat(browser.text()).contains("Route test.echo: start done.");
        browser.open(at("/claims/CG-WAITING-1"));
        browser.fill("#hold", "looks odd");
        browser.click("form[action='/claims/CG-WAITING-1/hold'] button");
        assertThat(browser.text()).contains("The claim is held.").contains("looks odd");
        browser.click("form[action='/claims/CG-WAITING-1/release'] button");
        assertThat(browser.text()).contains("The hold is ended.");
        browser.open(at("/dead-letters"));
        browser.click("form[action='/dead-letters/" + story.nipponParked + "/replay'] button");
        assertThat(browser.text()).contains("It is taken up again.").doesNotContain("J-CLAIM");
    }
}
