package io.claimgate.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.claimgate.support.Databases;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.logging.LoggingSystem;

/** Deadlines in calendars, over real HTTP and on both databases, read by ical4j. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CalendarApiTest {

    static final class OnH2Test extends CalendarApiTest {
        OnH2Test() {
            super(Databases.H2);
        }
    }

    static final class OnPostgresqlTest extends CalendarApiTest {
        OnPostgresqlTest() {
            super(Databases.POSTGRESQL);
        }
    }

    /** They would tell the address of a request, and with it a token. */
    private static final List<String> CHATTY = List.of("org.springframework", "org.apache.catalina");

    private final Databases database;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private RunningOperations room;
    private Story story;
    private Path accessLog;
    private String acme;

    CalendarApiTest(Databases database) {
        this.database = database;
    }

    @BeforeAll
    void start(@TempDir Path home) {
        accessLog = home.resolve("access");
        room = new RunningOperations(
                database,
                home,
                "--server.tomcat.accesslog.enabled=true",
                "--server.tomcat.accesslog.buffered=false",
                "--server.tomcat.accesslog.directory=" + accessLog,
                "--logging.level." + CHATTY.get(0) + "=DEBUG",
                "--logging.level." + CHATTY.get(1) + "=DEBUG",
                "--logging.threshold.console=WARN",
                "--logging.file.name=" + home.resolve("log/claimgate.log"));
        story = room.story();
        Reasons.give(room.jdbc, story.acmeExposure);
        acme = room.account("viewer", "ACME-FR");
    }

    @AfterAll
    void stop() {
        room.close();
        // Loggers are the process's: all tests after this one would tell every statement.
        LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());
        CHATTY.forEach(logger -> logging.setLogLevel(logger, null));
    }

    @BeforeEach
    void today() {
        room.clock.set(Fixture.NOW);
    }

    private String address(String account, String wish) throws Exception {
        HttpResponse<String> made = exchange("POST", "/api/v1/calendar-tokens", account, wish, Map.of());
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String address = json.readTree(made.body()).get("address").asText();
        String start = "http://127.0.0.1:" + room.port;
        assertThat(address).startsWith(start + "/api/v1/deadlines.ics?token=");
        return address.substring(start.length());
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + room.port + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> exchange(
            String method, String path, String account, @Nullable String body, Map<String, String> headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + room.port + path))
                .header("Authorization", basic(account))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static String basic(String account) {
        String login = account + ":" + RunningOperations.PASSWORD;
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, VEvent> events(String path, String... headers) throws Exception {
        HttpResponse<String> answer = get(path, headers);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return IcsReading.events(answer.body());
    }

    private static String value(VEvent event, String property) {
        return IcsReading.value(event, property);
    }

    private VEvent declaration(Map<String, VEvent> events, long exposure) {
        return events.entrySet().stream()
                .filter(one -> one.getKey().startsWith("declaration-" + exposure + "-1@"))
                .map(Map.Entry::getValue)
                .collect(Collectors.collectingAndThen(Collectors.toList(), found -> {
                    assertThat(found).hasSize(1);
                    return found.get(0);
                }));
    }

    @Test
    void a_calendar_that_cannot_log_in_reads_its_account_s_creditors_by_an_address() throws Exception {
        // Given
        String address = address(acme, "{\"label\":\"Outlook\",\"language\":\"fr\"}");
        // When
        HttpResponse<String> answer = get(address);
        // Then
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/calendar;charset=UTF-8");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("private, no-cache");
        Map<String, VEvent> events = IcsReading.events(answer.body());
        assertThat(events.keySet())
                .anyMatch(uid -> uid.startsWith("declaration-" + story.acmeExposure + "-1@"))
                .noneMatch(uid -> uid.startsWith("declaration-" + story.nipponExposure + "-1@"));
        assertThat(IcsReading.validation(answer.body())).isEmpty();
        VEvent event = declaration(events, story.acmeExposure);
        assertThat(value(event, Property.DTSTART)).as("the safe date").isEqualTo("20260602");
        assertThat(value(event, Property.DTEND)).isEqualTo("20260603");
        assertThat(value(event, Property.SUMMARY))
                .isEqualTo("Déclaration : Garage Martin, 24\u00a0690,60\u00a0EUR en jeu");
        assertThat(value(event, Property.DESCRIPTION))
                .startsWith(
                        "Dernier jour : mer. 3 juin 2026\n\nDéclaration : au plus tard le mer. 3 juin 2026, soit l'échéance"
                                + " initiale du 5 mars 2026 + 90 jours.")
                .contains("Client C101, police FR-MEP60, créancier ACME-FR.");
        assertThat(value(event, Property.URL)).isEqualTo("http://127.0.0.1:" + room.port + "/claims/CG-WAITING-1");
        assertThat(value(event, Property.STATUS)).isEqualTo("CONFIRMED");
        assertThat(value(event, Property.TRANSP)).isEqualTo("TRANSPARENT");
        assertThat(IcsReading.triggers(event)).containsExactly("-P14DT15H", "-P6DT15H", "-P2DT15H", "-PT15H", "PT9H");
    }

    @Test
    void what_is_over_stands_for_thirty_days_as_cancelled_and_what_was_missed_as_missed() throws Exception {
        // Given
        String address = address(acme, "{}");
        long missed = room.jdbc
                .sql("select exposure_id from deadline where kind = 'declaration' and status = 'MISSED'")
                .query(Long.class)
                .single();
        long met = room.jdbc
                .sql("select exposure_id from claim where claim_key = 'CG-DECLARED-1'")
                .query(Long.class)
                .single();
        // When
        Map<String, VEvent> now = events(address);
        room.clock.set(Fixture.NOW.plus(Duration.ofDays(31)));
        Map<String, VEvent> later = events(address);
        // Then
        assertThat(value(declaration(now, met), Property.STATUS)).isEqualTo("CANCELLED");
        assertThat(value(declaration(now, met), Property.SUMMARY)).startsWith("Kept: Declaration: Menuiserie Roux, ");
        assertThat(IcsReading.triggers(declaration(now, met))).isEmpty();
        assertThat(value(declaration(now, missed), Property.STATUS)).isEqualTo("CONFIRMED");
        assertThat(value(declaration(now, missed), Property.SUMMARY)).startsWith("MISSED: Declaration: ");
        assertThat(IcsReading.triggers(declaration(now, missed))).isEmpty();
        assertThat(later.keySet()).noneMatch(uid -> uid.startsWith("declaration-" + met + "-"));
        assertThat(later.keySet()).noneMatch(uid -> uid.startsWith("declaration-" + missed + "-"));
    }

    @Test
    void a_moved_date_is_the_same_event_with_a_higher_sequence_and_a_later_stamp() throws Exception {
        // Given
        String address = address(acme, "{}") + "&kind=declaration";
        HttpResponse<String> first = get(address);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = get(address, "If-None-Match", tag);
        long exposure = room.jdbc
                .sql("select exposure_id from deadline where status = 'UPCOMING' and kind = 'declaration'")
                .query(Long.class)
                .single();
        // When
        room.jdbc
                .sql(
                        "update deadline set safe_on = safe_on - 3, closes_on = closes_on - 3, revision = revision + 1, changed_at = ? where exposure_id = ? and kind = 'declaration'")
                .params(Fixture.NOW.plusSeconds(60).atOffset(java.time.ZoneOffset.UTC), exposure)
                .update();
        HttpResponse<String> moved = get(address, "If-None-Match", tag);
        // Then
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(moved.statusCode()).isEqualTo(200);
        assertThat(moved.headers().firstValue("ETag")).isPresent().isNotEqualTo(java.util.Optional.of(tag));
        VEvent before = declaration(IcsReading.events(first.body()), exposure);
        VEvent after = declaration(IcsReading.events(moved.body()), exposure);
        assertThat(value(after, Property.UID)).isEqualTo(value(before, Property.UID));
        assertThat(Integer.parseInt(value(after, Property.SEQUENCE)))
                .isGreaterThan(Integer.parseInt(value(before, Property.SEQUENCE)));
        assertThat(value(after, Property.DTSTAMP)).isEqualTo("20260601T080100Z");
        assertThat(value(after, Property.LAST_MODIFIED)).isEqualTo("20260601T080100Z");
        assertThat(value(before, Property.DTSTAMP)).isEqualTo("20260601T080000Z");
        assertThat(value(after, Property.DTSTART)).isNotEqualTo(value(before, Property.DTSTART));
    }

    @Test
    void an_address_ends_at_once_when_it_is_revoked() throws Exception {
        // Given
        String address = address(acme, "{\"label\":\"lost phone\"}");
        JsonNode mine = json.readTree(
                exchange("GET", "/api/v1/calendar-tokens", acme, null, Map.of()).body());
        long id = 0;
        for (JsonNode item : mine.get("items")) {
            id = item.get("label").asText().equals("lost phone")
                    ? item.get("id").asLong()
                    : id;
            assertThat(item.has("address")).isFalse();
        }
        String stranger = room.account("viewer", "NIPPON");
        // When
        int byStranger = exchange("DELETE", "/api/v1/calendar-tokens/" + id, stranger, null, Map.of())
                .statusCode();
        int before = get(address).statusCode();
        int byOwner = exchange("DELETE", "/api/v1/calendar-tokens/" + id, acme, null, Map.of())
                .statusCode();
        HttpResponse<String> after = get(address);
        // Then
        assertThat(List.of(byStranger, before, byOwner)).containsExactly(404, 200, 204);
        assertThat(after.statusCode()).isEqualTo(404);
        assertThat(after.headers().firstValue("WWW-Authenticate"))
                .as("no calendar asks for a password that there never was")
                .isEmpty();
        assertThat(after.body()).contains("make a new one").doesNotContain("token=");
        assertThat(room.jdbc
                        .sql(
                                "select type from event where stream = ? and type like '%calendar%' order by seq desc fetch first 1 row only")
                        .param("account/" + acme)
                        .query(String.class)
                        .single())
                .isEqualTo("io.claimgate.account.calendar-revoked");
    }

    @Test
    void an_address_lets_in_as_its_account_is_at_the_time_of_reading() throws Exception {
        // Given
        String account = room.account("operator", "NIPPON");
        String address = address(account, "{}");
        int before = events(address).size();
        // When
        update("update account set creditors = 'NOBODY' where name = ?", account);
        int none = events(address).size();
        update("update account set enabled = false where name = ?", account);
        int disabled = get(address).statusCode();
        // Then
        assertThat(before).isPositive();
        assertThat(none).isZero();
        assertThat(disabled).isEqualTo(404);
    }

    private void update(String sql, String account) {
        room.jdbc.sql(sql).param(account).update();
    }

    @Test
    void a_token_opens_nothing_else_and_a_guess_opens_nothing() throws Exception {
        // Given
        String token = address(acme, "{}").replaceFirst(".*token=", "");
        // Then
        assertThat(get("/api/v1/deadlines?token=" + token).statusCode()).isEqualTo(401);
        assertThat(get("/api/v1/calendar-tokens?token=" + token).statusCode()).isEqualTo(401);
        assertThat(get("/api/v1/deadlines.ics/?token=" + token).statusCode()).isIn(401, 404);
        assertThat(get("/api/v1/deadlines.ics").statusCode()).isEqualTo(401);
        for (String guess : List.of("", "x", "%00", token.substring(1), token + "A", "'%20or%201=1")) {
            assertThat(get("/api/v1/deadlines.ics?token=" + guess).statusCode())
                    .as(guess)
                    .isEqualTo(404);
        }
        assertThat(exchange("POST", "/api/v1/deadlines.ics?token=" + token, acme, "{}", Map.of())
                        .statusCode())
                .isIn(403, 405);
    }

    @Test
    void with_a_login_it_works_as_well_and_in_the_language_asked_for() throws Exception {
        // When
        Map<String, VEvent> english = events("/api/v1/deadlines.ics?kind=declaration", "Authorization", basic(acme));
        Map<String, VEvent> french = events(
                "/api/v1/deadlines.ics?kind=declaration", "Authorization", basic(acme), "Accept-Language", "fr-FR");
        // Then
        assertThat(value(declaration(english, story.acmeExposure), Property.SUMMARY))
                .isEqualTo("Declaration: Garage Martin, 24,690.60\u00a0EUR at risk");
        assertThat(value(declaration(french, story.acmeExposure), Property.SUMMARY))
                .startsWith("Déclaration : ");
        assertThat(english.keySet()).isEqualTo(french.keySet()).allMatch(uid -> uid.startsWith("declaration-"));
    }

    @Test
    void the_token_is_stored_and_logged_nowhere() throws Exception {
        // Given
        String address = address(acme, "{}");
        String token = address.replaceFirst(".*token=", "");
        // When
        get(address + "&lang=fr");
        get("/api/v1/deadlines.ics?lang=fr&token=" + token + "x");
        // Then
        List<String> stored = room.jdbc
                .sql("select token_hash from calendar_token")
                .query(String.class)
                .list();
        assertThat(stored).isNotEmpty().noneMatch(token::contains).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
        String logs = files(accessLog) + files(accessLog.resolveSibling("log"));
        assertThat(logs)
                .contains("\"GET /api/v1/deadlines.ics HTTP/1.1\" 200")
                .contains("Securing GET /api/v1/deadlines.ics")
                .doesNotContain(token);
    }

    private static String files(Path folder) throws Exception {
        StringBuilder all = new StringBuilder();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    @Test
    void a_label_or_a_language_that_is_not_right_is_refused_and_no_account_hoards_addresses() throws Exception {
        // Given
        String hoarder = room.account("auditor", "ACME-FR");
        // When
        int label = exchange(
                        "POST", "/api/v1/calendar-tokens", hoarder, "{\"label\":\"" + "x".repeat(61) + "\"}", Map.of())
                .statusCode();
        HttpResponse<String> language =
                exchange("POST", "/api/v1/calendar-tokens", hoarder, "{\"language\":\"tlh\"}", Map.of());
        for (int i = 0; i < 20; i++) {
            address(hoarder, "{}");
        }
        HttpResponse<String> oneMore = exchange("POST", "/api/v1/calendar-tokens", hoarder, "{}", Map.of());
        // Then
        assertThat(label).isEqualTo(400);
        assertThat(language.statusCode()).isEqualTo(400);
        assertThat(language.body()).contains("use en or fr");
        assertThat(oneMore.statusCode()).isEqualTo(409);
        assertThat(oneMore.body()).contains("revoke one");
    }

    @Test
    void a_calendar_holds_five_thousand_and_says_so_when_there_are_more() throws Exception {
        // Given
        long exposure = MassDeadlines.insert(room.jdbc, "MASS", 5_010);
        String account = room.account("viewer", "MASS");
        // When
        Map<String, VEvent> events = events("/api/v1/deadlines.ics", "Authorization", basic(account));
        // Then
        assertThat(events).hasSize(5_001);
        assertThat(events.keySet())
                .as("what closes first is in it")
                .anyMatch(uid -> uid.startsWith("k0-" + exposure + "-"))
                .anyMatch(uid -> uid.startsWith("k4999-" + exposure + "-"))
                .noneMatch(uid -> uid.startsWith("k5000-" + exposure + "-"));
        assertThat(events.entrySet().stream()
                        .filter(one -> one.getKey().startsWith("cut@"))
                        .map(one -> value(one.getValue(), Property.SUMMARY)))
                .singleElement()
                .asString()
                .startsWith("More deadlines than the 5000 that this calendar may hold");
    }

    @Test
    void a_day_without_deadlines_is_a_valid_calendar_too() throws Exception {
        // Given
        String account = room.account("viewer", "NOTHING");
        // When
        HttpResponse<String> answer = get("/api/v1/deadlines.ics", "Authorization", basic(account));
        // Then
        Calendar calendar = IcsReading.calendar(answer.body());
        assertThat(IcsReading.validation(answer.body())).isEmpty();
        assertThat(calendar.getComponents(Component.VEVENT)).isEmpty();
    }
}
