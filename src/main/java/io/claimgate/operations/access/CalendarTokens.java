package io.claimgate.operations.access;

import io.claimgate.deadline.words.Language;
import io.claimgate.flow.EventLog;
import io.claimgate.operations.ApiProblem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Making, listing and revoking the addresses of calendars; each act is an event of the account. */
@Service
public class CalendarTokens {

    /** Where a calendar is read. */
    public static final String PATH = "/api/v1/deadlines.ics";

    static final String PARAMETER = "token";
    static final int MOST_OF_AN_ACCOUNT = 20;

    private static final int LONGEST_LABEL = 60;
    private static final int BYTES = 32;
    private static final Duration TOLD_TO = Duration.ofHours(1);

    /** Whom an address lets in, as the account is now, and in which language it was made. */
    record Opened(Caller caller, Language language) {}

    private final CalendarTokenStore store;
    private final AccountStore accounts;
    private final TransactionOperations transaction;
    private final EventLog events;
    private final Clock system;
    private final SecureRandom random = new SecureRandom();

    CalendarTokens(
            CalendarTokenStore store,
            AccountStore accounts,
            TransactionOperations transaction,
            EventLog events,
            Clock system) {
        this.store = store;
        this.accounts = accounts;
        this.transaction = transaction;
        this.events = events;
        this.system = system;
    }

    /** The caller's own; an admin's list has those of all accounts whose creditors it sees too. */
    public List<CalendarToken> list(Caller caller) {
        return caller.may(Right.ADMIN)
                ? store.all().stream().filter(token -> mayRevoke(caller, token)).toList()
                : store.of(caller.name());
    }

    /**
     * Makes an address for the caller's deadlines.
     *
     * @param console where the gateway is reached, without a slash at its end
     * @throws ApiProblem 400 for a label or language that is not right, 409 where the account has enough of them
     */
    public CalendarToken make(Caller caller, String label, String language, String console) {
        String name = label.isBlank() ? "Calendar" : label.strip();
        if (name.length() > LONGEST_LABEL || name.chars().anyMatch(Character::isISOControl)) {
            throw ApiProblem.badRequest("label: use at most " + LONGEST_LABEL + " letters, without line breaks");
        }
        Language spoken = Language.of(language)
                .orElseThrow(() -> ApiProblem.badRequest("language \"" + language + "\": use en or fr"));
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        CalendarToken made = transaction.execute(status -> {
            accounts.lock(caller.name());
            if (store.of(caller.name()).size() >= MOST_OF_AN_ACCOUNT) {
                throw ApiProblem.conflict("account " + caller.name() + " has " + MOST_OF_AN_ACCOUNT
                        + " calendar addresses already; revoke one that is not read any more");
            }
            CalendarToken stored = store.insert(caller.name(), name, spoken.tag(), hash(token), system.instant());
            record(caller, "account.calendar-made", stored);
            return stored;
        });
        return Objects.requireNonNull(made).at(console + PATH + "?" + PARAMETER + "=" + token);
    }

    /** Ends an address at once. Throws {@link ApiProblem} 404 for one that is not the caller's to end. */
    public void revoke(Caller caller, long id) {
        transaction.executeWithoutResult(status -> {
            CalendarToken token = store.find(id)
                    .filter(found -> mayRevoke(caller, found))
                    .orElseThrow(() -> ApiProblem.notFound("calendar address " + id));
            accounts.lock(token.account());
            store.delete(id);
            record(caller, "account.calendar-revoked", token);
        });
    }

    /** Whom the token lets in; empty for one that was revoked or never made, and for an account that is disabled. */
    Optional<Opened> open(String token) {
        return store.byHash(hash(token))
                .flatMap(found -> accounts.find(found.account())
                        .filter(Account::enabled)
                        .map(account -> {
                            remember(found);
                            return new Opened(
                                    account.caller(),
                                    Language.of(found.language()).orElse(Language.ENGLISH));
                        }));
    }

    private void remember(CalendarToken token) {
        Instant now = system.instant();
        if (token.lastReadAt() == null || token.lastReadAt().plus(TOLD_TO).isBefore(now)) {
            store.read(token.id(), now);
        }
    }

    private boolean mayRevoke(Caller caller, CalendarToken token) {
        return token.account().equals(caller.name())
                || (caller.may(Right.ADMIN)
                        && accounts.find(token.account())
                                .filter(owner -> caller.creditors().includes(owner.creditors()))
                                .isPresent());
    }

    private void record(Caller actor, String type, CalendarToken token) {
        events.record(
                "account/" + token.account(),
                type,
                actor.name(),
                Creditors.ALL,
                Map.of("address", token.id(), "label", token.label(), "language", token.language()));
    }

    /** Of 256 random bits: nobody can go through them, so a plain hash is enough. */
    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
