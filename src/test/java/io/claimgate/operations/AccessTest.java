package io.claimgate.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.claimgate.support.Databases;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;

/** Accounts, logins, sessions and headers, over MockMvc and over real HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private RunningOperations room;
    private Path home;
    private String admin;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        home = folder;
        room = new RunningOperations(Databases.H2, folder);
        admin = Files.readString(folder.resolve("initial-admin-password")).strip();
    }

    @AfterAll
    void stop() {
        room.close();
    }

    @Test
    void first_password_is_long_random_only_ours_to_read_and_works_at_once_for_scripts() throws Exception {
        // Then
        assertThat(admin).hasSizeGreaterThanOrEqualTo(20);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("initial-admin-password"))))
                .isEqualTo("rw-------");
        room.mvc
                .perform(get("/api/v1/accounts").with(httpBasic("admin", admin)))
                .andExpect(status().isOk());
        for (String guess : new String[] {"", "admin", "password", "claimgate"}) {
            room.mvc
                    .perform(get("/api/v1/status")
                            .with(httpBasic("admin", guess))
                            .with(request -> {
                                request.setRemoteAddr("10.9.8.7");
                                return request;
                            }))
                    .andExpect(status().isUnauthorized());
        }
    }

    @Test
    void account_is_made_changed_and_disabled() throws Exception {
        // Given
        String body =
                "{\"name\":\"anna\",\"password\":\"a good long sentence\",\"rights\":[\"viewer\"],\"creditors\":[\"ACME-FR\"]}";
        // When
        create(body)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.rights[0]").value("viewer"))
                .andExpect(jsonPath("$.password").doesNotExist());
        // Then
        create(body)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("OPS-006"));
        room.mvc
                .perform(get("/api/v1/status").with(httpBasic("anna", "a good long sentence")))
                .andExpect(status().isOk());
        // When
        room.mvc
                .perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch(
                                "/api/v1/accounts/anna")
                        .with(httpBasic("admin", admin))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"enabled\":false}"))
                .andExpect(jsonPath("$.enabled").value(false));
        // Then
        room.mvc
                .perform(get("/api/v1/status").with(httpBasic("anna", "a good long sentence")))
                .andExpect(status().isUnauthorized())
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"))
                .andExpect(jsonPath("$.code").value("SEC-001"));
        room.mvc
                .perform(get("/api/v1/audit?stream=account/anna").with(httpBasic("admin", admin)))
                .andExpect(jsonPath("$.total").value(2));
    }

    private org.springframework.test.web.servlet.ResultActions create(String body) throws Exception {
        return room.mvc.perform(post("/api/v1/accounts")
                .with(httpBasic("admin", admin))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    @Test
    void weak_accounts_are_refused_with_the_mend() throws Exception {
        // Then
        create("{\"name\":\"b\",\"password\":\"short\",\"rights\":[\"viewer\"],\"creditors\":[\"*\"]}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("SEC-002"));
        create("{\"name\":\"b\",\"password\":\"a good long sentence\",\"rights\":[\"king\"],\"creditors\":[\"*\"]}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail")
                        .value("rights: \"king\" is no right; use viewer, operator, approver, auditor, admin"));
        create(
                        "{\"name\":\"../b\",\"password\":\"a good long sentence\",\"rights\":[\"viewer\"],\"creditors\":[\"*\"]}")
                .andExpect(status().isBadRequest());
        create("{\"name\":\"b\",\"password\":\"a good long sentence\",\"rights\":[\"viewer\"],\"creditors\":[]}")
                .andExpect(status().isBadRequest());
        create("not json")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("OPS-005"));
    }

    @Test
    void admin_of_some_creditors_gives_no_more_than_he_has_and_the_last_admin_stays() throws Exception {
        // Given
        String some = room.account("admin", "ACME-FR");
        // Then
        room.mvc
                .perform(
                        room.post(some, "/api/v1/accounts")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(
                                        "{\"name\":\"c\",\"password\":\"a good long sentence\",\"rights\":[\"viewer\"],\"creditors\":[\"*\"]}"))
                .andExpect(status().isForbidden());
        room.mvc
                .perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete(
                                "/api/v1/accounts/admin")
                        .with(httpBasic("admin", admin)))
                .andExpect(status().isConflict());
    }

    @Test
    void wrong_passwords_make_the_next_try_wait_from_that_address_only() throws Exception {
        // Given
        String name = room.account("viewer", "*");
        for (int i = 0; i < 5; i++) {
            room.mvc
                    .perform(get("/api/v1/status").with(httpBasic(name, "wrong")))
                    .andExpect(status().isUnauthorized());
        }
        // Then
        room.mvc
                .perform(room.get(name, "/api/v1/status"))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().exists("Retry-After"));
        room.mvc
                .perform(room.get(name, "/api/v1/status").with(request -> {
                    request.setRemoteAddr("10.1.2.3");
                    return request;
                }))
                .andExpect(status().isOk());
    }

    @Test
    void basic_that_a_browser_attaches_to_another_site_s_request_needs_a_token_that_it_has_not() throws Exception {
        // Given
        String name = room.account("operator", "NIPPON");
        // Then
        room.mvc
                .perform(room.post(name, "/api/v1/dead-letters/replay").header("Sec-Fetch-Site", "cross-site"))
                .andExpect(status().isForbidden());
        room.mvc
                .perform(room.post(name, "/api/v1/dead-letters/replay").header("Sec-Fetch-Site", "same-origin"))
                .andExpect(status().isOk());
    }

    @Test
    void session_is_renewed_at_login_guarded_by_token_and_ends_with_its_password() throws Exception {
        // Given
        String name = room.account("operator", "*");
        CookieManager cookies = new CookieManager();
        HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();
        HttpResponse<String> page = browser.send(to("/login").build(), HttpResponse.BodyHandlers.ofString());
        String before = cookies.getCookieStore().getCookies().get(0).getValue();
        // When
        HttpResponse<String> login = browser.send(
                form(
                        "/login",
                        "username=" + name + "&password=" + encoded(RunningOperations.PASSWORD) + "&_csrf="
                                + token(page)),
                HttpResponse.BodyHandlers.ofString());
        // Then
        assertThat(login.headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).doesNotContain("error"));
        assertThat(login.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie)
                        .startsWith("claimgate=")
                        .contains("HttpOnly")
                        .contains("SameSite=Lax"));
        assertThat(cookies.getCookieStore().getCookies().get(0).getValue()).isNotEqualTo(before);
        HttpResponse<String> board = browser.send(to("/").build(), HttpResponse.BodyHandlers.ofString());
        assertThat(board.statusCode()).isEqualTo(200);
        assertThat(board.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(
                        csp -> assertThat(csp).contains("script-src 'self'").doesNotContain("unsafe"));
        assertThat(board.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(board.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(board.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(cache -> assertThat(cache).contains("no-store"));
        assertThat(board.body())
                .doesNotContain("<script>")
                .doesNotContain(" onclick=")
                .doesNotContain(" style=");
        assertThat(browser.send(form("/api/v1/dead-letters/replay", ""), HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .as("a session without the token")
                .isEqualTo(403);
        Matcher form = TOKEN.matcher(board.body());
        assertThat(form.find()).isTrue();
        HttpRequest withToken = to("/api/v1/dead-letters/replay?dryRun=true")
                .header("X-CSRF-TOKEN", form.group(1))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        assertThat(browser.send(withToken, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
        // When
        room.jdbc
                .sql("update account set password_hash = '{noop}another' where name = ?")
                .param(name)
                .update();
        // Then
        HttpResponse<String> after = browser.send(to("/").build(), HttpResponse.BodyHandlers.ofString());
        assertThat(after.statusCode()).isEqualTo(302);
        assertThat(after.headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("/login"));
    }

    @Test
    void every_script_and_sheet_of_a_page_is_there_under_a_name_that_changes_with_its_content() throws Exception {
        // Given
        HttpClient browser = HttpClient.newHttpClient();
        String login = room.account("viewer", "ACME-FR") + ":" + RunningOperations.PASSWORD;
        HttpRequest request = to("/").header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
                .build();
        String page =
                browser.send(request, HttpResponse.BodyHandlers.ofString()).body();
        Matcher links = Pattern.compile("(?:src|href)=\"(/(?:css|js|img|webjars)/[^\"]+)\"")
                .matcher(page);
        int found = 0;
        // Then
        while (links.find()) {
            found++;
            HttpResponse<String> asset = browser.send(to(links.group(1)).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(asset.statusCode()).as(links.group(1)).isEqualTo(200);
            assertThat(links.group(1)).matches("(.*-[0-9a-f]{32}\\.[a-z]+|/webjars/[^/]+/[0-9.]+/.*)");
            assertThat(asset.headers().firstValue("Cache-Control"))
                    .hasValueSatisfying(cache -> assertThat(cache).contains("max-age=31536000"));
        }
        assertThat(found).isGreaterThanOrEqualTo(5);
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + room.port + path));
    }

    private HttpRequest form(String path, String body) {
        return to(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static String token(HttpResponse<String> page) {
        Matcher found = TOKEN.matcher(page.body());
        assertThat(found.find()).isTrue();
        return encoded(found.group(1));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
