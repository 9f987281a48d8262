package io.claimgate.laboratory.rounds;

import io.claimgate.laboratory.Signals;
import io.claimgate.laboratory.partner.StubMode;
import io.claimgate.support.LineFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rounds: the ERP drops a file, work begins, something happens. Everything that is drawn follows from the seed. */
final class Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final List<StubMode> MODES = List.of(
            StubMode.DELAY,
            StubMode.ACCEPT_THEN_CUT,
            StubMode.ACCEPT_THEN_TIMEOUT,
            StubMode.CUT,
            StubMode.ERROR_500,
            StubMode.ERROR_503,
            StubMode.HTML,
            StubMode.SOAP_FAULT,
            StubMode.TRUNCATED_XML,
            StubMode.FOREIGN_XML,
            StubMode.DUPLICATE,
            StubMode.SILENT);
    private static final int LINE_BYTES = 3_000;

    /** Rounds' worth of claims that may wait: an ERP that brought more than a gateway can do that dies every few seconds would show no other fault. */
    private static final int BACKLOG = 5;

    private final FaultWorld world;
    private final Random random;
    private final int buyers;
    private final List<Fault> faults;
    private final Figures figures;

    /** @param buyers each round brings more than a quarter and less than five quarters of so many */
    Rounds(FaultWorld world, long seed, int buyers, List<Fault> faults, Figures figures) {
        this.world = world;
        this.random = new Random(seed);
        this.buyers = buyers;
        this.faults = faults;
        this.figures = figures;
    }

    /** Until the time is over, then rest and judgement. */
    void run(BooleanSupplier more) throws InterruptedException {
        world.gateway.awaitReady();
        for (int round = 1; more.getAsBoolean(); round++) {
            Fault fault = round <= faults.size() ? faults.get(round - 1) : faults.get(random.nextInt(faults.size()));
            LOG.info("round {}: {}", round, fault);
            int brought = 1 + buyers / 4 + random.nextInt(buyers);
            if (world.undeclared() < BACKLOG * buyers) {
                world.drop(random, brought);
            }
            Thread.sleep(random.nextInt(1_500));
            happen(fault);
            figures.round(fault);
            world.gateway.awaitReady();
        }
        figures.drained(world.drain());
        figures.judged(world.judge(figures));
    }

    private void happen(Fault fault) throws InterruptedException {
        Duration period = Duration.ofMillis(500 + random.nextInt(2_500));
        switch (fault) {
            case KILL -> {
                world.gateway.kill();
                world.gateway.relaunch();
            }
            case KILL_AT_START -> {
                world.gateway.kill();
                world.gateway.relaunch();
                Thread.sleep(random.nextInt(8_000));
                world.gateway.kill();
                world.gateway.relaunch();
            }
            case FREEZE -> {
                Signals.send("STOP", world.gateway.pid());
                Thread.sleep(period.toMillis());
                Signals.send("CONT", world.gateway.pid());
            }
            case INSURER_LINE -> {
                int from = random.nextInt(1_000);
                world.insurerLine.follow(number -> drawn(new Random(from + number)));
                world.insurerLine.drop();
                Thread.sleep(period.toMillis());
                world.insurerLine.follow(number -> LineFault.NONE);
                world.insurerLine.drop();
            }
            case INSURER_DOWN -> {
                world.insurerLine.refuse(true);
                Thread.sleep(period.toMillis());
                world.insurerLine.refuse(false);
            }
            case INSURER_KILL -> world.insurer.process().restart();
            case INSURER_MODES -> {
                for (String operation : List.of("DeclareClaim", "TransferDocument", "GetClaim", "ListResults")) {
                    world.insurer.behave(operation, MODES, 50, 1, random.nextLong(), Duration.ofMillis(1_300));
                }
                Thread.sleep(period.toMillis());
            }
            case DATABASE_LINES -> {
                for (int cut = 0; cut < 5; cut++) {
                    world.database.line().drop();
                    Thread.sleep(random.nextInt(300));
                }
            }
            case DATABASE_DOWN -> {
                world.database.line().refuse(true);
                Thread.sleep(period.toMillis());
                world.database.line().refuse(false);
            }
            case DATABASE_RESTART -> world.database.restart();
            case DISK_FULL -> vaultWithoutRoom(period);
        }
    }

    private static LineFault drawn(Random number) {
        return switch (number.nextInt(6)) {
            case 0 -> LineFault.cutAfterSent(number.nextInt(LINE_BYTES));
            case 1 -> LineFault.cutAfterReceived(number.nextInt(400));
            case 2 -> LineFault.swallowed();
            case 3 -> LineFault.halfClosedAfterSent(number.nextInt(LINE_BYTES));
            case 4 -> LineFault.delayed(Duration.ofMillis(number.nextInt(900)));
            default -> LineFault.NONE;
        };
    }

    /** A folder of the vault that takes nothing: a file stands where it would be. As a full disk, it fails every writing into it. */
    private void vaultWithoutRoom(Duration duration) throws InterruptedException {
        Path incoming = world.home.resolve("vault").resolve("incoming");
        try {
            while (!standsInPlaceOf(incoming)) {
                // A gateway that was about to write made the folder anew in between.
                Thread.onSpinWait();
            }
            Thread.sleep(duration.toMillis());
            Files.delete(incoming);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean standsInPlaceOf(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.move(folder, world.home.resolveSibling("without-room-" + UUID.randomUUID()));
        try {
            Files.createFile(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r--------")));
            return true;
        } catch (FileAlreadyExistsException quicker) {
            return false;
        }
    }
}
