package io.claimgate.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.claimgate.flow.BusinessClock;
import io.claimgate.problem.ProblemCode;
import io.claimgate.sandbox.InsurersWord.Kind;
import io.claimgate.sandbox.InsurersWord.Via;
import io.claimgate.sandbox.notifications.Receipt;
import io.claimgate.sandbox.notifications.RejectedMessage;
import io.claimgate.sandbox.notifications.RejectedMessageFault;
import jakarta.xml.ws.WebServiceException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Has the simulated insurer decide something and tell us, over real SOAP, on its list, or both; right admin. */
@RestController
@Profile("sandbox")
@RequestMapping({"/api/v1/sandbox/insurer", "/sandbox/insurer"})
class NotifyingInsurerController {

    private final InsurerLedger claims;
    private final ResultsBook book;
    private final Notifier notifier;
    private final BusinessClock clock;

    NotifyingInsurerController(InsurerLedger claims, ResultsBook book, Notifier notifier, BusinessClock clock) {
        this.claims = claims;
        this.book = book;
        this.notifier = notifier;
        this.clock = clock;
    }

    /** Our receipt. @param listed whether it also stands, or stands only, on the insurer's list */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Told(
            String messageId,
            @Nullable Instant receivedAt,
            @Nullable Boolean duplicate,
            boolean listed) {}

    /** Something decided, as the insurer keeps it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Decided(
            String messageId,
            String claimKey,
            String insurerClaimNumber,
            Kind kind,
            Map<String, String> fields,
            Via via,
            Instant decidedAt,
            int sends,
            @Nullable Instant receivedAt) {}

    /** What all settlements of a kind amount to, each settlement id once. */
    record Sum(String claimKey, String kind, String currency, BigDecimal amount) {}

    record Items<T>(List<T> items) {}

    @PostMapping("/claims/{claimKey}/status")
    Told status(
            @PathVariable String claimKey,
            @RequestParam(required = false) @Nullable String via,
            @RequestBody InsurersBodies.Status body) {
        return decide(
                claimKey, Kind.STATUS, body.messageId(), via == null ? body.via() : via, body.fields(clock.now()));
    }

    @PostMapping("/claims/{claimKey}/settlement")
    Told settlement(
            @PathVariable String claimKey,
            @RequestParam(required = false) @Nullable String via,
            @RequestBody InsurersBodies.Settlement body) {
        InsurerLedger.Entry claim = claim(claimKey);
        Map<String, String> fields = body.fields(clock.now(), claim, book::freeSettlementId);
        return decide(claimKey, Kind.SETTLEMENT, body.messageId(), via == null ? body.via() : via, fields);
    }

    @PostMapping("/claims/{claimKey}/documents-request")
    Told documentsRequest(
            @PathVariable String claimKey,
            @RequestParam(required = false) @Nullable String via,
            @RequestBody InsurersBodies.DocumentsRequest body) {
        return decide(
                claimKey,
                Kind.DOCUMENTS_REQUEST,
                body.messageId(),
                via == null ? body.via() : via,
                body.fields(clock.now()));
    }

    @GetMapping("/results")
    Items<Decided> results() {
        return new Items<>(
                book.all().stream().map(NotifyingInsurerController::decided).toList());
    }

    @GetMapping("/results/sums")
    Items<Sum> sums() {
        return new Items<>(book.sums().entrySet().stream()
                .map(sum -> new Sum(
                        sum.getKey().get(0), sum.getKey().get(1), sum.getKey().get(2), sum.getValue()))
                .toList());
    }

    private Told decide(
            String claimKey, Kind kind, @Nullable String messageId, @Nullable String via, Map<String, String> fields) {
        InsurersWord word = new InsurersWord(
                messageId == null ? book.freeMessageId() : messageId,
                claimKey,
                claim(claimKey).insurerClaimNumber(),
                kind,
                fields,
                Via.of(via),
                clock.now());
        book.decide(word);
        if (!word.via().pushed()) {
            return new Told(word.messageId(), null, null, true);
        }
        try {
            Receipt receipt = notifier.tell(word);
            Instant receivedAt = receipt.getReceivedAt().toInstant();
            book.sent(word.messageId(), receivedAt);
            return new Told(
                    receipt.getMessageId(),
                    receivedAt,
                    receipt.isDuplicate(),
                    word.via().listed());
        } catch (RejectedMessageFault e) {
            book.sent(word.messageId(), null);
            throw new Rejected(e);
        } catch (WebServiceException e) {
            book.sent(word.messageId(), null);
            throw e;
        }
    }

    private InsurerLedger.Entry claim(String claimKey) {
        return claims.find(claimKey).orElseThrow(() -> new UnknownClaim(claimKey));
    }

    private static Decided decided(ResultsBook.Entry entry) {
        InsurersWord word = entry.word();
        return new Decided(
                word.messageId(),
                word.claimKey(),
                word.insurerClaimNumber(),
                word.kind(),
                word.fields(),
                word.via(),
                word.decidedAt(),
                entry.sends(),
                entry.receivedAt());
    }

    private static final class UnknownClaim extends RuntimeException {
        UnknownClaim(String claimKey) {
            super("the simulated insurer has no claim " + claimKey);
        }
    }

    private static final class Rejected extends RuntimeException {
        private final transient RejectedMessage detail;

        Rejected(RejectedMessageFault fault) {
            super(fault.getFaultInfo().getMessage(), fault);
            this.detail = fault.getFaultInfo();
        }
    }

    @ExceptionHandler
    ProblemDetail unknown(UnknownClaim e) {
        return problem(HttpStatus.NOT_FOUND, ProblemCode.OPS_004, e);
    }

    @ExceptionHandler({IllegalArgumentException.class, DateTimeException.class})
    ProblemDetail wrong(RuntimeException e) {
        return problem(HttpStatus.BAD_REQUEST, ProblemCode.OPS_005, e);
    }

    /** We did not take it: code and reference are those of our fault. */
    @ExceptionHandler
    ProblemDetail rejected(Rejected e) {
        ProblemDetail detail = problem(HttpStatus.CONFLICT, ProblemCode.OPS_006, e);
        detail.setProperty("code", e.detail.getCode());
        detail.setProperty("reference", e.detail.getReference());
        return detail;
    }

    /** Our notifications did not answer, or with a fault: the insurer would send it again. */
    @ExceptionHandler
    ProblemDetail failed(WebServiceException e) {
        return problem(HttpStatus.BAD_GATEWAY, ProblemCode.OPS_006, e);
    }

    private static ProblemDetail problem(HttpStatus status, ProblemCode code, Exception e) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, String.valueOf(e.getMessage()));
        detail.setTitle(code.title());
        detail.setProperty("code", code.code());
        return detail;
    }
}
