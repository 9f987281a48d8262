package io.claimgate.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.claimgate.problem.ProblemCode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The simulated insurer from the side of a test: what it holds, and how it is to behave; right admin. */
@RestController
@Profile("sandbox")
@RequestMapping({"/api/v1/sandbox/insurer", "/sandbox/insurer"})
class SandboxInsurerController {

    private final InsurerLedger claims;
    private final ChangeLedger changes;
    private final DocumentLedger documents;
    private final Behaviours behaviours;

    SandboxInsurerController(
            InsurerLedger claims, ChangeLedger changes, DocumentLedger documents, Behaviours behaviours) {
        this.claims = claims;
        this.changes = changes;
        this.documents = documents;
        this.behaviours = behaviours;
    }

    /** A page; everything unless a size was asked for. */
    record Page<T>(List<T> items, @Nullable String next, int total) {}

    record HeldClaim(
            String claimKey,
            String insurerClaimNumber,
            BigDecimal amount,
            String currency,
            Instant acceptedAt,
            int accepts,
            long calls,
            boolean withdrawn,
            List<InsurerLedger.Line> lines,
            List<ToldChange> changes) {}

    /** What it was told since. @param amount the whole claim's afterwards */
    record ToldChange(int number, String kind, String reason, BigDecimal amount, Instant receivedAt, int accepts) {
        static ToldChange of(ChangeLedger.Change change) {
            return new ToldChange(
                    change.number(),
                    change.content().kind(),
                    change.content().reason(),
                    change.content().amount(),
                    change.receivedAt(),
                    change.accepts());
        }
    }

    /** As it comes; see {@link Behaviour}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WantedBehaviour(
            @Nullable String operation,
            @Nullable String mode,
            @Nullable Integer every,
            @Nullable Integer times,
            @Nullable String delay) {}

    @GetMapping("/claims")
    Page<HeldClaim> claims(
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String after) {
        return page(claims.all(), this::held, size, after);
    }

    @GetMapping("/documents")
    Page<DocumentLedger.Item> documents(
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String after) {
        return page(documents.all(), Function.identity(), size, after);
    }

    @GetMapping("/behaviour")
    List<WantedBehaviour> behaviour() {
        return behaviours.all().stream().map(SandboxInsurerController::words).toList();
    }

    @PostMapping("/behaviour")
    WantedBehaviour behave(@RequestBody WantedBehaviour wanted) {
        Behaviour behaviour = new Behaviour(
                wanted.operation() == null ? "DeclareClaim" : wanted.operation(),
                Behaviour.Mode.of(wanted.mode()),
                wanted.every(),
                wanted.times(),
                delay(wanted.delay()));
        behaviours.set(behaviour);
        return words(behaviour);
    }

    @GetMapping("/claims.wsdl")
    ResponseEntity<Resource> wsdl() {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_XML)
                .body(new ClassPathResource("schemas/insurer/claims.wsdl"));
    }

    private HeldClaim held(InsurerLedger.Entry entry) {
        List<ChangeLedger.Change> told = changes.of(entry.claimKey());
        ClaimNow now = ClaimNow.of(entry, told);
        return new HeldClaim(
                entry.claimKey(),
                entry.insurerClaimNumber(),
                now.amount(),
                entry.content().currency(),
                entry.acceptedAt(),
                entry.accepts(),
                claims.calls(entry.claimKey()),
                now.withdrawn(),
                now.lines(),
                told.stream().map(ToldChange::of).toList());
    }

    private static <A, B> Page<B> page(
            List<A> all, Function<A, B> shown, @Nullable Integer size, @Nullable String after) {
        int from = after == null ? 0 : Math.min(Integer.parseInt(after), all.size());
        int to = size == null ? all.size() : Math.min(from + Math.max(size, 1), all.size());
        String next = to < all.size() ? Integer.toString(to) : null;
        return new Page<>(all.subList(from, to).stream().map(shown).toList(), next, all.size());
    }

    private static WantedBehaviour words(Behaviour behaviour) {
        Duration delay = behaviour.delay();
        return new WantedBehaviour(
                behaviour.operation(),
                behaviour.mode().word(),
                behaviour.every(),
                behaviour.times(),
                delay == null ? null : delay.toString());
    }

    private static @Nullable Duration delay(@Nullable String text) {
        try {
            return text == null ? null : Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("delay \"" + text + "\": not a duration such as PT2S", e);
        }
    }

    @ExceptionHandler
    ProblemDetail wrong(IllegalArgumentException e) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
        detail.setTitle(ProblemCode.OPS_005.title());
        detail.setProperty("code", ProblemCode.OPS_005.code());
        return detail;
    }
}
