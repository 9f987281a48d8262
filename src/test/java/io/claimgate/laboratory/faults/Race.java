package io.claimgate.laboratory.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Random;
import java.util.function.Predicate;

/** One writer that treats a file in the drop folder as careless ERPs do. All it draws follows from its random. */
final class Race {

    /** What it does with the file. */
    enum Kind {
        /** Renamed into place, and the same again when it was answered. */
        SAME_TWICE,
        /** Renamed into place, and other bytes of the same name when it was taken. */
        SAME_NAME_OTHER_BYTES,
        /** Written in place, with pauses shorter than the quiet period. */
        SLOWLY_WRITTEN,
        /** Written in place, and overwritten by other bytes before it was quiet. */
        REWRITTEN,
        /** Written in place with too much, cut back before it was quiet. */
        TRUNCATED,
        /** Written in place, and gone before it was quiet. */
        REMOVED
    }

    /**
     * What must be in the books afterwards.
     *
     * @param amount of its one invoice; null: none
     * @param inTime whether the machine let the writer keep its own pauses; otherwise what was taken may be a half file
     */
    record End(Kind kind, String invoice, String amount, boolean inTime) {}

    private static final String HEADER =
            "invoiceNumber,issueDate,dueDate,currency,grossAmount,buyerId,buyerName,buyerCountry\n";
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Path in;
    private final Path ack;
    private final Duration quiet;
    private final Random random;
    private boolean inTime = true;

    Race(Path erp, Duration quiet, Random random) {
        this.in = erp.resolve("in");
        this.ack = erp.resolve("ack");
        this.quiet = quiet;
        this.random = random;
    }

    End run(int number, Kind kind) {
        String invoice = "R" + number;
        Path file = in.resolve("invoices-" + invoice + ".csv");
        try {
            String amount = run(kind, invoice, file);
            return new End(kind, invoice, amount, inTime);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String run(Kind kind, String invoice, Path file) throws IOException {
        switch (kind) {
            case SAME_TWICE -> {
                rename(file, content(invoice, "10.00"));
                await(file, this::answered);
                rename(file, content(invoice, "10.00"));
                return "10.00";
            }
            case SAME_NAME_OTHER_BYTES -> {
                rename(file, content(invoice, "10.00"));
                await(file, Files::notExists);
                rename(file, content(invoice, "20.00"));
                return "20.00";
            }
            case SLOWLY_WRITTEN -> {
                slowly(file, content(invoice, "30.00"));
                return "30.00";
            }
            case REWRITTEN -> {
                slowly(file, content(invoice, "10.00"));
                pause();
                slowly(file, content(invoice, "40.00"));
                return "40.00";
            }
            case TRUNCATED -> {
                String wanted = content(invoice, "50.00");
                slowly(file, wanted + row(invoice + "-too-much", "1.00"));
                pause();
                try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
                    channel.truncate(wanted.length());
                } catch (NoSuchFileException taken) {
                    inTime = false;
                }
                return "50.00";
            }
            default -> {
                slowly(file, content(invoice, "60.00"));
                pause();
                inTime &= Files.deleteIfExists(file);
                return null;
            }
        }
    }

    private static String content(String invoice, String amount) {
        return HEADER + row(invoice, amount);
    }

    private static String row(String invoice, String amount) {
        return invoice + ",2026-01-01,2026-01-31,EUR," + amount + ",RACE,Race,DE\n";
    }

    private static void rename(Path file, String text) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(part, text);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Byte by byte, in place, with pauses. */
    private void slowly(Path file, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (var out = Files.newOutputStream(file)) {
            for (int at = 0; at < bytes.length; ) {
                int length = Math.min(1 + random.nextInt(60), bytes.length - at);
                out.write(bytes, at, length);
                at += length;
                pause();
            }
        }
    }

    private void pause() {
        long began = System.nanoTime();
        sleep(random.nextInt((int) quiet.toMillis() / 10));
        inTime &= System.nanoTime() - began < quiet.toNanos() / 2;
    }

    private boolean answered(Path file) {
        return Files.exists(ack.resolve(file.getFileName() + ".ack.json"));
    }

    private static void await(Path file, Predicate<Path> reached) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!reached.test(file)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(file + " is never taken");
            }
            sleep(20);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
