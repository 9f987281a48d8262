package io.claimgate.operations.access;

import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.EventLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes the account {@code admin} at the first start. There is no default password: it is {@code CLAIMGATE_ADMIN_PASSWORD}, or a random one
 * in a file that only the gateway's user can read.
 */
@Component
class InitialAdmin implements SmartInitializingSingleton {

    static final String FILE = "initial-admin-password";
    private static final Logger LOG = LoggerFactory.getLogger(InitialAdmin.class);
    private static final int RANDOM_BYTES = 18;

    private final AccountStore store;
    private final AccountService service;
    private final PasswordEncoder encoder;
    private final TransactionOperations transaction;
    private final BusinessClock clock;
    private final Path home;
    private final String given;

    InitialAdmin(
            AccountStore store,
            AccountService service,
            PasswordEncoder encoder,
            TransactionOperations transaction,
            BusinessClock clock,
            @Value("${claimgate.home}") Path home,
            @Value("${CLAIMGATE_ADMIN_PASSWORD:${claimgate.admin-password:}}") String given) {
        this.store = store;
        this.service = service;
        this.encoder = encoder;
        this.transaction = transaction;
        this.clock = clock;
        this.home = home;
        this.given = given;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!store.none()) {
            return;
        }
        boolean random = given.isBlank();
        String password = random ? randomPassword() : given;
        try {
            transaction.executeWithoutResult(status -> {
                Account admin = new Account(
                        AccountService.ADMIN,
                        encoder.encode(password),
                        EnumSet.of(Right.ADMIN),
                        new Creditors(Set.of(), true),
                        true,
                        true,
                        EventLog.MACHINE,
                        clock.now());
                store.insert(admin);
                service.record(EventLog.MACHINE, "account.created", admin);
                if (random) {
                    // Inside the transaction: an account whose password nobody can read must not stand.
                    write(home.toAbsolutePath().normalize().resolve(FILE), password);
                }
            });
            tell(random);
        } catch (DuplicateKeyException another) {
            LOG.info("another gateway made the account {} at the same moment", AccountService.ADMIN);
        }
    }

    private void tell(boolean random) {
        String place =
                random ? "stands in " + home.toAbsolutePath().normalize().resolve(FILE) : "is CLAIMGATE_ADMIN_PASSWORD";
        LOG.info(
                "account {} made; its password {} and must be changed at the first login by browser",
                AccountService.ADMIN,
                place);
        if (!random && given.length() < PasswordRules.SHORTEST) {
            LOG.warn("CLAIMGATE_ADMIN_PASSWORD has fewer than {} characters; change it now", PasswordRules.SHORTEST);
        }
    }

    private static String randomPassword() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void write(Path file, String password) {
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
            Set<PosixFilePermission> mine = PosixFilePermissions.fromString("rw-------");
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(mine));
            }
            Files.write(
                    file,
                    (password + "\n").getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.SYNC);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + file + "; make the folder writable", failure);
        }
    }
}
