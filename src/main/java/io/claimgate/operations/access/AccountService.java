package io.claimgate.operations.access;

import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.EventLog;
import io.claimgate.operations.ApiProblem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Making, changing and disabling accounts; every act is an event of the account. */
@Service
public class AccountService {

    /** The account that the first start makes. */
    public static final String ADMIN = "admin";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,59}");
    private static final Pattern CREDITOR = Pattern.compile("[A-Za-z0-9._-]{1,40}");
    private static final int LONGEST_CREDITORS = 4000;

    private final AccountStore store;
    private final PasswordEncoder encoder;
    private final TransactionOperations transaction;
    private final EventLog events;
    private final BusinessClock clock;

    AccountService(
            AccountStore store,
            PasswordEncoder encoder,
            TransactionOperations transaction,
            EventLog events,
            BusinessClock clock) {
        this.store = store;
        this.encoder = encoder;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** The accounts whose creditors the caller sees too, by name. */
    public List<AccountView> list(Caller caller) {
        return store.all().stream()
                .filter(account -> caller.creditors().includes(account.creditors()))
                .map(AccountView::of)
                .toList();
    }

    /** Makes an account; throws {@link ApiProblem} 400, 403 (a creditor that the caller does not see) or 409 (name taken). */
    public AccountView create(Caller caller, AccountRequest request) {
        String name = request.name() == null ? "" : request.name();
        if (!NAME.matcher(name).matches() || name.equalsIgnoreCase(EventLog.MACHINE) || name.equalsIgnoreCase("me")) {
            throw ApiProblem.badRequest("name \"" + name + "\": use 1 to 60 letters, digits and . _ @ -");
        }
        String password = request.password() == null ? "" : request.password();
        PasswordRules.check(name, password);
        Account account = new Account(
                name,
                encoder.encode(password),
                rights(request.rights()),
                creditors(caller, request.creditors()),
                Boolean.TRUE.equals(request.mustChange()),
                true,
                caller.name(),
                clock.now());
        transaction.executeWithoutResult(status -> {
            insert(account);
            record(caller.name(), "account.created", account);
        });
        return AccountView.of(account);
    }

    /** Changes what the request names: rights, creditors, enabled, password (then it must be changed at the next browser login). */
    public AccountView change(Caller caller, String name, AccountRequest request) {
        Account changed = transaction.execute(status -> {
            Account old = visible(caller, name);
            Account next = old.with(
                    request.rights() == null ? old.rights() : rights(request.rights()),
                    request.creditors() == null ? old.creditors() : creditors(caller, request.creditors()),
                    request.enabled() == null ? old.enabled() : request.enabled());
            if (request.password() != null) {
                PasswordRules.check(name, request.password());
                next = next.withPassword(encoder.encode(request.password()), true);
            }
            refuseLosingTheLastAdmin(old, next);
            store.update(next);
            record(caller.name(), "account.changed", next);
            return next;
        });
        return AccountView.of(Objects.requireNonNull(changed));
    }

    /** The caller's own password. Throws {@link ApiProblem} if the present one is wrong or the new one weak or the same. */
    public Caller changeOwnPassword(Caller caller, String present, String next) {
        Account changed = transaction.execute(status -> {
            Account old = store.lock(caller.name()).orElseThrow(() -> ApiProblem.notFound("account " + caller.name()));
            if (!encoder.matches(present, old.passwordHash())) {
                throw ApiProblem.badRequest("the present password is not right; type it again");
            }
            PasswordRules.check(caller.name(), next);
            if (encoder.matches(next, old.passwordHash())) {
                throw ApiProblem.weakPassword("the new password is the old one; choose another");
            }
            Account account = old.withPassword(encoder.encode(next), false);
            store.update(account);
            record(caller.name(), "account.password-changed", account);
            return account;
        });
        return Objects.requireNonNull(changed).caller();
    }

    private Account visible(Caller caller, String name) {
        return store.lock(name)
                .filter(account -> caller.creditors().includes(account.creditors()))
                .orElseThrow(() -> ApiProblem.notFound("account " + name));
    }

    private void refuseLosingTheLastAdmin(Account old, Account next) {
        if (rules(old)
                && !rules(next)
                && store.all().stream().filter(AccountService::rules).count() < 2) {
            throw ApiProblem.conflict("account " + old.name()
                    + " is the last that may administer all creditors; make another admin first");
        }
    }

    private static boolean rules(Account account) {
        return account.enabled()
                && account.rights().contains(Right.ADMIN)
                && account.creditors().all();
    }

    void insert(Account account) {
        try {
            store.insert(account);
        } catch (DuplicateKeyException taken) {
            throw ApiProblem.conflict("account " + account.name() + " exists already; choose another name");
        }
    }

    void record(String actor, String type, Account account) {
        events.record(
                "account/" + account.name(),
                type,
                actor,
                Creditors.ALL,
                Map.of(
                        "rights", Right.join(account.rights()),
                        "creditors", account.creditors().words(),
                        "enabled", account.enabled(),
                        "mustChange", account.mustChange()));
    }

    private static Set<Right> rights(@Nullable List<String> words) {
        if (words == null || words.isEmpty()) {
            throw ApiProblem.badRequest("rights: name at least one of viewer, operator, approver, auditor, admin");
        }
        try {
            return Right.parse(String.join(",", words));
        } catch (IllegalArgumentException unknown) {
            throw ApiProblem.badRequest("rights: " + unknown.getMessage());
        }
    }

    private static Creditors creditors(Caller caller, @Nullable List<String> words) {
        if (words == null || words.isEmpty()) {
            throw ApiProblem.badRequest("creditors: name at least one, or * for all");
        }
        words.stream()
                .filter(word ->
                        !word.equals(Creditors.ALL) && !CREDITOR.matcher(word).matches())
                .findFirst()
                .ifPresent(word -> {
                    throw ApiProblem.badRequest(
                            "creditors: \"" + word + "\" is no creditor code; use letters, digits and . _ -");
                });
        Creditors creditors = Creditors.of(words);
        if (String.join(",", creditors.words()).length() > LONGEST_CREDITORS) {
            throw ApiProblem.badRequest("creditors: too many to name one by one; use * or several accounts");
        }
        if (!caller.creditors().includes(creditors)) {
            throw ApiProblem.forbidden("creditors: " + creditors.words() + " are not all yours to give");
        }
        return creditors;
    }
}
