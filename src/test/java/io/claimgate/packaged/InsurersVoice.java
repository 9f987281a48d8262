package io.claimgate.packaged;

import com.fasterxml.jackson.databind.JsonNode;
import io.claimgate.support.GatewayProcess;
import java.math.BigDecimal;

/** Has the simulated insurer tell us something, under names that a repetition uses again. */
final class InsurersVoice {

    private final GatewayProcess gateway;
    private final String day;

    /** @param day on which everything is decided, {@code 2026-05-04} */
    InsurersVoice(GatewayProcess gateway, String day) {
        this.gateway = gateway;
        this.day = day;
    }

    /** @param number the n-th word about the claim: its second of the day */
    void status(String claimKey, int number, String status, BigDecimal accepted) {
        tell(
                claimKey,
                "status",
                "{\"messageId\":\"M-%s-%d\",\"status\":\"%s\",\"at\":\"%sT08:00:%02dZ\"%s}"
                        .formatted(
                                claimKey,
                                number,
                                status,
                                day,
                                number,
                                accepted == null ? "" : ",\"acceptedAmount\":" + accepted.toPlainString()));
    }

    void settlement(String claimKey, int number, String kind, BigDecimal amount, BigDecimal costs, String via) {
        tell(
                claimKey,
                "settlement?via=" + via,
                "{\"messageId\":\"M-%s-%d\",\"settlementId\":\"S-%s-%d\",\"kind\":\"%s\",\"amount\":%s,\"currency\":\"EUR\",\"valueDate\":\"%s\",\"reference\":\"R-%d\"%s}"
                        .formatted(
                                claimKey,
                                number,
                                claimKey,
                                number,
                                kind,
                                amount.toPlainString(),
                                day,
                                number,
                                costs == null ? "" : ",\"costs\":" + costs.toPlainString()));
    }

    private JsonNode tell(String claimKey, String what, String body) {
        return gateway.post("/api/v1/sandbox/insurer/claims/" + claimKey + "/" + what, body);
    }
}
