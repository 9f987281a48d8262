package io.claimgate.operations.access;

import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.EventLog;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The account by which Prometheus reads the figures, where a password for it is set; after {@link InitialAdmin}, which wants to be first. */
@Component
class ScraperAccount implements ApplicationRunner {

    static final String NAME = "prometheus";
    private static final Logger LOG = LoggerFactory.getLogger(ScraperAccount.class);

    private final AccountStore store;
    private final AccountService service;
    private final PasswordEncoder encoder;
    private final TransactionOperations transaction;
    private final BusinessClock clock;
    private final ScraperSettings settings;

    ScraperAccount(
            AccountStore store,
            AccountService service,
            PasswordEncoder encoder,
            TransactionOperations transaction,
            BusinessClock clock,
            ScraperSettings settings) {
        this.store = store;
        this.service = service;
        this.encoder = encoder;
        this.transaction = transaction;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        String password = settings.password();
        if (password == null || password.isBlank()) {
            return;
        }
        PasswordRules.check(NAME, password);
        try {
            transaction.executeWithoutResult(status -> make(password));
        } catch (DuplicateKeyException another) {
            LOG.info("another gateway made the account {} at the same moment", NAME);
        }
    }

    private void make(String password) {
        Optional<Account> known = store.lock(NAME);
        if (known.isEmpty()) {
            Account made = new Account(
                    NAME,
                    encoder.encode(password),
                    EnumSet.of(Right.VIEWER),
                    new Creditors(Set.of(), true),
                    false,
                    true,
                    EventLog.MACHINE,
                    clock.now());
            store.insert(made);
            service.record(EventLog.MACHINE, "account.created", made);
        } else if (!encoder.matches(password, known.get().passwordHash())) {
            Account changed = known.get().withPassword(encoder.encode(password), false);
            store.update(changed);
            service.record(EventLog.MACHINE, "account.password-changed", changed);
        }
    }
}
