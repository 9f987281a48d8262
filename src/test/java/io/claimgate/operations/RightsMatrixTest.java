package io.claimgate.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.support.Databases;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Roles x endpoints: one line per endpoint, one column per right, y where it is let in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsMatrixTest {

    private static final List<String> RIGHTS = List.of("viewer", "operator", "approver", "auditor", "admin");

    private RunningOperations room;

    @BeforeAll
    void start(@TempDir Path home) {
        room = new RunningOperations(Databases.H2, home);
    }

    @AfterAll
    void stop() {
        room.close();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # method | path                                | nobody | viewer | operator | approver | auditor | admin
            GET      | /actuator/health/liveness           | y | y | y | y | y | y
            GET      | /actuator/health/readiness          | y | y | y | y | y | y
            GET      | /livez                              | y | y | y | y | y | y
            GET      | /readyz                             | y | y | y | y | y | y
            GET      | /login                              | y | y | y | y | y | y
            GET      | /actuator/health                    | n | y | y | y | y | y
            GET      | /actuator/info                      | n | y | y | y | y | y
            GET      | /actuator/prometheus                | n | y | y | y | y | y
            GET      | /actuator/env                       | n | n | n | n | n | n
            GET      | /actuator                           | n | n | n | n | n | n
            POST     | /actuator/shutdown                  | n | n | n | n | n | n
            GET      | /v3/api-docs                        | n | y | y | y | y | y
            GET      | /                                   | n | y | y | y | y | y
            GET      | /h2-console                         | n | y | y | y | y | y
            GET      | /accounts                           | n | n | n | n | n | y
            POST     | /accounts                           | n | n | n | n | n | y
            GET      | /api/v1/receivables                 | n | y | y | y | y | y
            GET      | /api/v1/receivables/1               | n | y | y | y | y | y
            GET      | /api/v1/exposures                   | n | y | y | y | y | y
            GET      | /api/v1/exposures/1                 | n | y | y | y | y | y
            GET      | /api/v1/deadlines                   | n | y | y | y | y | y
            GET      | /api/v1/deadlines/summary           | n | y | y | y | y | y
            GET      | /api/v1/deadlines.ics               | n | y | y | y | y | y
            HEAD     | /api/v1/deadlines.ics               | n | y | y | y | y | y
            GET      | /api/v1/calendar-tokens             | n | y | y | y | y | y
            POST     | /api/v1/calendar-tokens             | n | y | y | y | y | y
            DELETE   | /api/v1/calendar-tokens/1           | n | y | y | y | y | y
            GET      | /calendar                           | n | y | y | y | y | y
            POST     | /calendar                           | n | y | y | y | y | y
            POST     | /calendar/1/revoke                  | n | y | y | y | y | y
            POST     | /language                           | n | y | y | y | y | y
            GET      | /api/v1/claims                      | n | y | y | y | y | y
            GET      | /api/v1/claims/K                    | n | y | y | y | y | y
            GET      | /api/v1/claims/K/evidence           | n | n | n | n | y | y
            POST     | /api/v1/claims/K/approve            | n | n | n | y | n | y
            POST     | /api/v1/claims/K/hold               | n | n | y | y | n | y
            POST     | /api/v1/claims/K/release            | n | n | y | y | n | y
            POST     | /api/v1/claims/K/withdraw           | n | n | y | y | n | y
            POST     | /api/v1/claims/K/declared-manually  | n | n | y | y | n | y
            POST     | /api/v1/claims/K/changes/1/release  | n | n | n | y | n | y
            POST     | /api/v1/claims/K/changes/1/told-manually | n | n | y | y | n | y
            GET      | /api/v1/claims/K/changes/1/letter   | n | y | y | y | y | y
            POST     | /api/v1/claims/K/send-again         | n | n | y | y | n | y
            POST     | /api/v1/receivables/1/due-date      | n | n | y | y | n | y
            POST     | /api/v1/receivables/1/reopen        | n | n | y | y | n | y
            GET      | /api/v1/guards                      | n | y | y | y | y | y
            GET      | /api/v1/guards/1                    | n | y | y | y | y | y
            POST     | /api/v1/guards/1/release            | n | n | y | y | n | y
            POST     | /api/v1/policies/P/release-first-load | n | n | n | y | n | y
            GET      | /api/v1/requests                    | n | y | y | y | y | y
            GET      | /api/v1/requests/1                  | n | y | y | y | y | y
            POST     | /api/v1/requests/1/confirm          | n | n | n | y | n | y
            POST     | /api/v1/requests/1/refuse           | n | n | y | y | n | y
            POST     | /requests/1/confirm                 | n | n | n | y | n | y
            GET      | /guards                             | n | y | y | y | y | y
            GET      | /api/v1/claims/K/money              | n | y | y | y | y | y
            POST     | /api/v1/claims/K/close              | n | n | y | n | n | y
            POST     | /api/v1/claims/K/remittances/1/remitted | n | n | y | n | n | y
            GET      | /api/v1/claims/K/documents          | n | y | y | y | y | y
            POST     | /api/v1/claims/K/documents          | n | n | y | n | n | y
            GET      | /api/v1/documents/1/content         | n | n | n | n | y | y
            POST     | /claims/K/documents                 | n | n | y | n | n | y
            POST     | /claims/K/close                     | n | n | y | n | n | y
            GET      | /postings                           | n | y | y | y | y | y
            POST     | /claims/K/approve                   | n | n | n | y | n | y
            POST     | /claims/K/hold                      | n | n | y | y | n | y
            GET      | /api/v1/files                       | n | y | y | y | y | y
            GET      | /api/v1/files/1                     | n | y | y | y | y | y
            GET      | /api/v1/files/1/rejects             | n | y | y | y | y | y
            GET      | /api/v1/files/1/content             | n | n | y | n | y | y
            POST     | /api/v1/files/1/release             | n | n | y | n | n | y
            POST     | /api/v1/files/1/refuse              | n | n | y | n | n | y
            POST     | /api/v1/sources/acme/files          | n | n | y | n | n | y
            GET      | /api/v1/submissions                 | n | y | y | y | y | y
            GET      | /api/v1/messages                    | n | y | y | y | y | y
            GET      | /api/v1/messages/1/payload          | n | n | n | n | y | y
            GET      | /api/v1/results                     | n | y | y | y | y | y
            GET      | /api/v1/tasks                       | n | y | y | y | y | y
            GET      | /api/v1/dead-letters                | n | y | y | y | y | y
            POST     | /api/v1/dead-letters/1/replay       | n | n | y | n | n | y
            POST     | /api/v1/dead-letters/replay         | n | n | y | n | n | y
            GET      | /api/v1/routes                      | n | y | y | y | y | y
            POST     | /api/v1/routes/x/start              | n | n | y | n | n | y
            POST     | /api/v1/routes/x/stop               | n | n | y | n | n | y
            POST     | /api/v1/routes/x/suspend            | n | n | y | n | n | y
            POST     | /api/v1/routes/x/resume             | n | n | y | n | n | y
            GET      | /api/v1/postings                    | n | y | y | y | y | y
            GET      | /api/v1/postings/P-1                | n | y | y | y | y | y
            GET      | /api/v1/postings/batches/1          | n | y | y | y | y | y
            POST     | /api/v1/postings/batches/1/written  | n | n | y | n | n | y
            POST     | /api/v1/postings/batches/1/write-again | n | n | y | n | n | y
            POST     | /postings/batches/1/write-again     | n | n | y | n | n | y
            GET      | /api/v1/alerts                      | n | y | y | y | y | y
            POST     | /api/v1/alerts/1/clear              | n | n | y | n | n | y
            POST     | /api/v1/outgoing/pause              | n | n | y | n | n | y
            POST     | /api/v1/outgoing/resume             | n | n | y | n | n | y
            GET      | /api/v1/restore                     | n | y | y | y | y | y
            GET      | /api/v1/restore/items               | n | y | y | y | y | y
            POST     | /api/v1/restore/release             | n | n | y | y | n | y
            POST     | /api/v1/backups                     | n | n | n | n | n | y
            GET      | /api/v1/audit                       | n | n | n | n | y | y
            POST     | /api/v1/audit/verify                | n | n | n | n | y | y
            GET      | /api/v1/status                      | n | y | y | y | y | y
            GET      | /api/v1/accounts                    | n | n | n | n | n | y
            POST     | /api/v1/accounts                    | n | n | n | n | n | y
            PATCH    | /api/v1/accounts/x                  | n | n | n | n | n | y
            DELETE   | /api/v1/accounts/x                  | n | n | n | n | n | y
            POST     | /api/v1/accounts/me/password        | n | y | y | y | y | y
            GET      | /api/v1/sandbox/clock               | n | n | n | n | n | y
            POST     | /api/v1/sandbox/clock               | n | n | n | n | n | y
            POST     | /sandbox/clock                      | n | n | n | n | n | y
            POST     | /api/v1/policies/P/scenario         | n | y | y | y | y | y
            GET      | /what-if                            | n | y | y | y | y | y
            POST     | /what-if/test                       | n | y | y | y | y | y
            POST     | /what-if/keep                       | n | n | n | n | n | y
            POST     | /api/v1/policies/P/recompute        | n | n | n | n | n | y
            POST     | /api/v1/never/heard/of              | n | n | n | n | n | n
            DELETE   | /api/v1/claims/K                    | n | n | n | n | n | n
            """)
    void each_right_opens_its_doors_and_no_other(
            String method,
            String path,
            String nobody,
            String viewer,
            String operator,
            String approver,
            String auditor,
            String admin)
            throws Exception {
        // Given
        List<String> expected = List.of(viewer, operator, approver, auditor, admin);
        // When
        String asNobody = answer(MockMvcRequestBuilders.request(HttpMethod.valueOf(method), URI.create(path)));
        List<String> asAccounts = Stream.of(RIGHTS.toArray(String[]::new))
                .map(right -> answer(MockMvcRequestBuilders.request(HttpMethod.valueOf(method), URI.create(path))
                        .with(SecurityMockMvcRequestPostProcessors.httpBasic(
                                room.account(right, "*"), RunningOperations.PASSWORD))))
                .toList();
        // Then
        assertThat(asNobody).as("nobody").isEqualTo(nobody);
        assertThat(asAccounts).as("viewer, operator, approver, auditor, admin").isEqualTo(expected);
    }

    private String answer(MockHttpServletRequestBuilder request) {
        try {
            var response = room.mvc.perform(request).andReturn().getResponse();
            boolean toLogin = response.getStatus() == 302
                    && String.valueOf(response.getRedirectedUrl()).endsWith("/login");
            return response.getStatus() == 401 || response.getStatus() == 403 || toLogin ? "n" : "y";
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void every_endpoint_of_the_room_stands_in_the_matrix() throws Exception {
        // Given
        String matrix = List.of(RightsMatrixTest.class
                        .getDeclaredMethod(
                                "each_right_opens_its_doors_and_no_other",
                                String.class,
                                String.class,
                                String.class,
                                String.class,
                                String.class,
                                String.class,
                                String.class,
                                String.class)
                        .getAnnotation(CsvSource.class)
                        .textBlock())
                .get(0);
        // When
        List<String> api = ((WebApplicationContext) room.context)
                        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                        .getHandlerMethods()
                        .keySet()
                        .stream()
                        .flatMap(mapping -> mapping.getPatternValues().stream()
                                .filter(path -> path.startsWith("/api/"))
                                .map(path -> mapping.getMethodsCondition()
                                                .getMethods()
                                                .iterator()
                                                .next() + " +\\| " + path.replaceAll("\\{[^}]+}", "[^/ ]+") + " "))
                        .toList();
        // Then
        assertThat(api)
                .hasSizeGreaterThan(40)
                .allSatisfy(line -> assertThat(matrix).containsPattern(line));
    }
}
