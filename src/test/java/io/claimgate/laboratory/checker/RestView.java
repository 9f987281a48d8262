package io.claimgate.laboratory.checker;

import com.fasterxml.jackson.databind.JsonNode;
import io.claimgate.laboratory.checker.Gateway.Claim;
import io.claimgate.laboratory.checker.Gateway.Parked;
import io.claimgate.support.GatewayProcess;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the gateway says of itself over REST. */
public final class RestView {

    private final GatewayProcess gateway;

    public RestView(GatewayProcess gateway) {
        this.gateway = gateway;
    }

    public Gateway read() {
        Set<String> alerted = gateway.all("/api/v1/alerts").stream()
                .map(alert -> alert.path("subject").asText())
                .collect(Collectors.toSet());
        List<Claim> claims = gateway.all("/api/v1/claims").stream()
                .map(claim -> claim(claim, alerted))
                .toList();
        Map<String, String> submissions = new TreeMap<>();
        gateway.all("/api/v1/submissions")
                .forEach(one -> submissions.put(
                        one.path("claimKey").asText() + " "
                                + one.path("operation").asText() + " "
                                + one.path("id").asText(),
                        one.path("state").asText()));
        List<Parked> parked = gateway.all("/api/v1/dead-letters").stream()
                .map(letter ->
                        new Parked(name(letter), letter.path("parkedReason").asText()))
                .toList();
        return new Gateway(claims, open(), parked, submissions, findings(), declared(), gateway.logs());
    }

    /** Work that is due or under way. */
    public List<String> open() {
        Instant now = java.time.Clock.systemUTC().instant();
        return gateway.all("/api/v1/tasks?parked=false").stream()
                .filter(task -> !task.path("kind").asText().equals("insurer-results"))
                .filter(task -> !Instant.parse(task.path("dueAt").asText()).isAfter(now))
                .map(task -> name(task) + " " + task.path("lastError").asText(""))
                .toList();
    }

    private Claim claim(JsonNode listed, Set<String> alerted) {
        String key = listed.path("claimKey").asText();
        List<String> documents = new ArrayList<>();
        for (JsonNode document : gateway.get("/api/v1/claims/" + key).path("documents")) {
            if (!document.path("sent").asText().equals("NOT_SENT")) {
                documents.add(document.path("sha256").asText());
            }
        }
        return new Claim(
                key,
                listed.path("buyerId").asText(),
                listed.path("state").asText(),
                listed.path("amount").decimalValue(),
                listed.path("currency").asText(),
                alerted.contains("claim/" + key),
                documents);
    }

    private List<String> findings() {
        List<String> findings = new ArrayList<>();
        gateway.post("/api/v1/audit/verify", "").path("findings").forEach(finding -> findings.add(finding.toString()));
        return findings;
    }

    private Map<String, Long> declared() {
        Map<String, Long> declared = new HashMap<>();
        gateway.all("/api/v1/audit?type=io.claimgate.claim.declared")
                .forEach(event -> declared.merge(event.path("stream").asText().replace("claim/", ""), 1L, Long::sum));
        return declared;
    }

    private static String name(JsonNode task) {
        return task.path("kind").asText() + " " + task.path("ref").asText();
    }
}
