package io.claimgate.operations.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.claimgate.catalogue.JollydayCalendars;
import io.claimgate.catalogue.PolicyFiles;
import io.claimgate.policy.Contract;
import io.claimgate.policy.Policy;
import io.claimgate.scenario.ScenarioRules;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked answer of the contract, value by value, and the faults of facts. */
class WorkedScenarioTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final String POLICY = """
            policy: ACME-2026
            insurer: sandbox
            creditors: [ACME-FR]
            countries: all
            currency: EUR
            zone: Europe/Paris
            cutOff: "24:00"
            calendar: FR
            valid: {from: 2026-01-01}
            cover:
              insuredPercentage: 90
              basis: net
              threshold: {amount: 300.00, basis: gross, scope: buyer}
              order: [threshold, insuredPercentage, deductible, aggregateFirstLoss]
              withoutLimit: uncovered
            recoverySplit: {from: DATE_OF_LOSS}
            warnings: [15, 7, 3, 1, 0]
            deadlines:
              cover-stop:  {closes: {anchor: ORIGINAL_DUE_DATE, period: P60D}}
              declaration: {opens: {anchor: ORIGINAL_DUE_DATE, period: P2M}, closes: {anchor: ORIGINAL_DUE_DATE, period: P4M},
                            target: {anchor: ORIGINAL_DUE_DATE, period: P90D}, leadBusinessDays: 3, opening: hard}
              insolvency:  {closes: {earliestOf: [{anchor: AWARENESS, period: P10D}, {anchor: INSOLVENCY_OPENED, period: P90D}]}}
              documents:   {closes: {anchor: DECLARED, period: P30D}}
              waiting:     {closes: {anchor: FILE_COMPLETE, period: P5M}}
              indemnity:   {closes: {anchor: END_OF_WAITING, period: P1M}}
            declare: automatic
            automaticPerDay: {claims: 200, amount: 5000000}
            """;

    static final String FACTS = """
            {"asOf":"2026-07-10","creditor":{"country":"FR"},"buyer":{"country":"FR"},
             "limit":{"amount":200000,"from":"2026-01-01","withdrawnEffective":null},
             "invoices":[{"number":"A","issueDate":"2026-03-01","dueDate":"2026-03-31","deliveryDate":"2026-02-27","net":100000.00,"gross":120000.00,"currency":"EUR","disputed":0,"extendedDueDate":null}],
             "payments":[{"id":"p1","date":"2026-05-01","amount":20000.00,"invoice":"A"},{"id":"p2","date":"2026-05-20","amount":-20000.00,"invoice":"A","reversalOf":"p1"}],
             "creditNotes":[], "deliveries":["2026-05-15"],
             "events":[{"kind":"DECLARED","date":"2026-06-29"},{"kind":"FILE_COMPLETE","date":"2026-07-08"},{"kind":"DATE_OF_LOSS","date":"2026-08-01"},
                       {"kind":"RECOVERY","date":"2026-09-01","amount":24000.00,"cost":2400.00}]}
            """;

    @ParameterizedTest
    @CsvSource({
        "/exposure/governedBy,               A",
        "/exposure/coverStoppedOn,           2026-05-31",
        "/exposure/coverStop/closesOn,       2026-05-30",
        "/exposure/coverStop/safeOn,         2026-05-29",
        "/exposure/declaration/opensOn,      2026-05-31",
        "/exposure/declaration/targetOn,     2026-06-29",
        "/exposure/declaration/actsOn,       2026-06-29",
        "/exposure/declaration/safeOn,       2026-07-28",
        "/exposure/declaration/closesOn,     2026-07-31",
        "/exposure/declaration/status,       MET",
        "/exposure/documents/closesOn,       2026-07-29",
        "/exposure/waiting/closesOn,         2026-12-08",
        "/exposure/indemnity/closesOn,       2027-01-08",
        "/exposure/insolvency,               null",
        "/receivables/0/number,              A",
        "/receivables/0/covered,             100000.00",
        "/deliveries/0/date,                 2026-05-15",
        "/deliveries/0/covered,              true",
        "/insurerLedger/0/number,            A",
        "/insurerLedger/0/outstanding,       120000.00",
        "/claim/outstanding,                 120000.00",
        "/claim/base,                        100000.00",
        "/claim/indemnity,                   90000.00",
        "/claim/notClaimable,                null",
        "/recoveries/0/net,                  21600.00",
        "/recoveries/0/insurer,              16200.00",
        "/recoveries/0/insured,              5400.00"
    })
    void the_contracts_worked_answer(String pointer, String expected) {
        assertThat(answer(FACTS).at(pointer).asText()).isEqualTo(expected);
    }

    @Test
    void a_receivable_tells_what_it_would_give_alone() {
        // When
        JsonNode deadlines = answer(FACTS).at("/receivables/0/deadlines");

        // Then
        assertThat(deadlines).hasSize(5).anySatisfy(deadline -> {
            assertThat(deadline.get("kind").asText()).isEqualTo("declaration");
            assertThat(deadline.get("closesOn").asText()).isEqualTo("2026-07-31");
            assertThat(deadline.get("explanation").asText()).contains("2026-03-31");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"dueDate\":\"2026-03-31\"      | \"dueDate\":\"31/03/2026\"     | invoices[0].dueDate \"31/03/2026\" is no date; write yyyy-MM-dd",
                "\"dueDate\":\"2026-03-31\",     | ``                             | invoices[0].dueDate give it; see /v3/api-docs",
                "\"gross\":120000.00             | \"gross\":120000.001           | invoices[0].gross \"120000.001\" write at most 2 decimals, as EUR has them, and 18 digits before them",
                "\"gross\":120000.00             | \"brutto\":120000.00           | invoices[0].brutto is not known here; known are currency, deliveryDate, disputed, dueDate, extendedDueDate, gross, instalment, issueDate, net, number, type",
                "\"currency\":\"EUR\"            | \"currency\":\"EURO\"          | invoices[0].currency \"EURO\" not an ISO 4217 currency; write for example EUR",
                "\"reversalOf\":\"p1\"           | \"reversalOf\":\"p9\"          | payments[1].reversalOf \"p9\" is the id of no payment here",
                "20000.00,\"invoice\":\"A\"}     | 20000.00,\"invoice\":\"B\"}    | payments[0].invoice \"B\" is the number of no invoice here",
                "\"dueDate\":\"2026-03-31\"      | \"dueDate\":\"+999999999-12-31\" | invoices[0].dueDate \"+999999999-12-31\" is no date; write yyyy-MM-dd, from 1900 to 2199",
                "\"date\":\"2026-06-29\"         | \"date\":\"+99999-06-29T10:00Z\" | events[0].date \"+99999-06-29T10:00Z\" is no instant",
                "\"kind\":\"FILE_COMPLETE\"      | \"kind\":\"FILED\"             | events[1].kind \"FILED\" is none of [DISPUTE_OPENED,",
                "\"amount\":24000.00             | \"amount\":1e400               | events[3].amount \"1E+400\" write at most 2 decimals, as EUR has them, and 18 digits before them",
                "\"creditNotes\":[]              | \"creditNotes\":{              | is not"
            })
    void a_fault_names_its_place_and_the_mend(String right, String wrong, String told) {
        // Given
        String facts = FACTS.replace(right, wrong);

        // When
        List<String> problems = ScenarioReader.read(facts, "EUR").problems().stream()
                .map(problem -> problem.place() + (problem.value() == null ? "" : " \"" + problem.value() + "\"") + " "
                        + problem.detail())
                .toList();

        // Then
        assertThat(facts).isNotEqualTo(FACTS);
        assertThat(problems).hasSize(1).first().asString().contains(told);
    }

    static JsonNode answer(String facts) {
        Policy policy = policy();
        ScenarioReader.Read scenario = ScenarioReader.read(facts, policy.currency());
        assertThat(scenario.problems()).isEmpty();
        return JSON.valueToTree(ScenarioAnswer.of(
                new ScenarioRules(new JollydayCalendars()).run(Contract.of(policy), scenario.scenario()),
                scenario.labels()));
    }

    static Policy policy() {
        return new PolicyFiles(new JollydayCalendars())
                .read(List.of(new PolicyFiles.Source("ACME-2026.yaml", POLICY)))
                .policies()
                .get(0);
    }
}
