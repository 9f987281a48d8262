package io.claimgate.flow;

import io.claimgate.exchange.PartnerFailure;
import io.claimgate.exchange.RetryPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedRuntimeException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * Runs due tasks, what closes first first. One thread takes them from the table, workers do them, a heartbeat prolongs their leases. It
 * holds the whole retry policy: transient failures, the database's among them, are retried as {@link RetryPlan} says, permanent ones and
 * unexpected ones after {@link TaskSettings#attempts()} tries are parked for a person.
 */
public final class TaskRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TaskRunner.class);
    /** One batch is worked on while the next is waited for; taking tasks one by one would be a commit each. */
    private static final int BATCHES = 2;

    private static final Duration RECLAIM_EVERY = Duration.ofSeconds(5);

    /** How long an interrupted handler may take to let go. */
    private static final Duration LETTING_GO = Duration.ofSeconds(2);

    private final TaskQueue queue;
    private final Map<String, TaskHandler> handlers;
    private final BusinessClock clock;
    private final TaskSettings settings;
    private final PartnerSlots partners;
    private final String owner;
    private final BooleanSupplier waysUp;
    private final Map<Long, Task> running = new ConcurrentHashMap<>();
    private final Queue<Task> notPutBack = new ConcurrentLinkedQueue<>();
    private final Semaphore slots;
    private final Semaphore wake = new Semaphore(0);
    private final AtomicLong finished = new AtomicLong();
    private volatile boolean on;
    private ExecutorService workers = Executors.newCachedThreadPool();
    private ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor();

    /**
     * A runner that is started and stopped by the application.
     *
     * @param owner this process in leases
     * @param waysUp whether the ways to partners are up: nothing is taken before, so that a start is no failure of what waits for them
     */
    public TaskRunner(
            TaskQueue queue,
            List<TaskHandler> handlers,
            BusinessClock clock,
            TaskSettings settings,
            PartnerSlots partners,
            String owner,
            BooleanSupplier waysUp) {
        this.queue = queue;
        this.handlers = handlers.stream().collect(Collectors.toMap(TaskHandler::kind, Function.identity()));
        this.clock = clock;
        this.settings = settings;
        this.partners = partners;
        this.owner = owner;
        this.waysUp = waysUp;
        this.slots = new Semaphore(settings.workers() * BATCHES);
    }

    /** Something may be due: look now. */
    public void wake() {
        if (wake.availablePermits() == 0) {
            wake.release();
        }
    }

    /** Tasks that run in this process now. */
    public int inFlight() {
        return running.size();
    }

    @Override
    public void start() {
        on = true;
        workers = Executors.newFixedThreadPool(settings.workers(), named("task"));
        heart = Executors.newSingleThreadScheduledExecutor(named("task-heart"));
        long third = settings.lease().toMillis() / 3;
        heart.scheduleWithFixedDelay(guarded("renew leases", this::renew), third, third, TimeUnit.MILLISECONDS);
        long every = Math.min(RECLAIM_EVERY.toMillis(), third);
        heart.scheduleWithFixedDelay(guarded("reclaim tasks", this::reclaim), 0, every, TimeUnit.MILLISECONDS);
        Thread dispatcher = new Thread(this::dispatch, "task-dispatcher");
        dispatcher.setDaemon(true);
        dispatcher.start();
    }

    /**
     * Takes nothing any more, puts back what it has not begun, and waits a while for the rest, whose leases it prolongs meanwhile. What is not
     * done then is put back too, so that others go on with it at once: all but calls that may be under way.
     */
    @Override
    public void stop() {
        on = false;
        wake();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(settings.drain().toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.info("{} tasks are put back unfinished: {}", running.size(), names());
                workers.shutdownNow();
                boolean ended = workers.awaitTermination(LETTING_GO.toMillis(), TimeUnit.MILLISECONDS);
                LOG.debug("all let go: {}", ended);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        heart.shutdownNow();
        guarded("put back tasks", this::putBack).run();
        running.values()
                .forEach(task ->
                        guarded("put back a task", () -> queue.release(task)).run());
    }

    private List<String> names() {
        return running.values().stream()
                .map(task -> task.kind() + " " + task.ref())
                .sorted()
                .toList();
    }

    @Override
    public boolean isRunning() {
        return on;
    }

    /** Late in the start, early in the stop. Camel starts later still, so the first look waits for it. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 50;
    }

    private void dispatch() {
        while (on) {
            try {
                if (!takeSome()) {
                    boolean woken = wake.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS);
                    LOG.trace("looking again, woken: {}", woken);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warn("tasks cannot be taken now: {}", e.toString());
                pauseAfterTrouble();
            }
        }
    }

    private boolean takeSome() throws InterruptedException {
        slots.acquire(settings.workers());
        int free = settings.workers() + slots.drainPermits();
        List<Task> taken = List.of();
        try {
            taken = on && waysUp.getAsBoolean() ? queue.take(owner, handlers.keySet(), free) : List.of();
        } finally {
            slots.release(free - taken.size());
        }
        for (Task task : taken) {
            running.put(task.id(), task);
            begin(task);
        }
        return !taken.isEmpty();
    }

    private void begin(Task task) {
        try {
            workers.execute(() -> runAndFree(task));
        } catch (RejectedExecutionException e) {
            // Taken while it was told to end.
            running.remove(task.id());
            slots.release();
            queue.release(task);
        }
    }

    private void runAndFree(Task task) {
        try {
            run(task);
        } catch (RuntimeException e) {
            LOG.warn("task {} {} could not be put back now: {}", task.kind(), task.ref(), e.toString());
            notPutBack.add(task);
        } finally {
            running.remove(task.id());
            queue.ended(task);
            finished.incrementAndGet();
            slots.release();
            wake();
        }
    }

    private void run(Task task) {
        try {
            TaskHandler handler = handlers.get(task.kind());
            if (handler == null || !on) {
                queue.release(task);
            } else {
                turn(handler, task);
            }
        } catch (Tasks.LeaseLost e) {
            LOG.warn("{}: its work was rolled back", e.getMessage());
            // Where only its time was over and nobody has taken it.
            queue.release(task);
        } catch (PartnerFailure.Permanent e) {
            LOG.warn("task {} {} parked: {}", task.kind(), task.ref(), e.getMessage());
            queue.parkFailed(task, String.valueOf(e.getMessage()), e.toString());
        } catch (PartnerFailure e) {
            LOG.info("task {} {} failed, will be retried: {}", task.kind(), task.ref(), e.getMessage());
            retry(task, e, false);
        } catch (TransientDataAccessException | DuplicateKeyException e) {
            LOG.info(
                    "task {} {} met another one on the same rows, will be run again: {}",
                    task.kind(),
                    task.ref(),
                    e.getMostSpecificCause().getMessage());
            retry(task, e, false);
        } catch (RecoverableDataAccessException
                | NonTransientDataAccessResourceException
                | TransactionSystemException
                | CannotCreateTransactionException e) {
            // It says nothing about the task. A commit whose reply was lost is found when it is run again, or has ended
            // it.
            LOG.warn(
                    "task {} {}: the database does not work now, will be run again: {}",
                    task.kind(),
                    task.ref(),
                    cause(e));
            retry(task, e, false);
        } catch (RuntimeException e) {
            LOG.warn("task {} {} failed unexpectedly", task.kind(), task.ref(), e);
            retry(task, e, true);
        }
    }

    /** A task that would call a partner waits for its turn there, so that a slow one leaves workers to the others. */
    private void turn(TaskHandler handler, Task task) {
        String partner = handler.partner(task).orElse(null);
        if (partner == null) {
            partners.withoutPartner();
            handler.handle(task);
        } else if (partners.enter(partner)) {
            Instant begun = partners.now();
            try {
                handler.handle(task);
            } finally {
                partners.leave(partner, begun);
            }
        } else {
            queue.putOff(task, partners.appointment(partner));
        }
    }

    private void retry(Task task, RuntimeException failure, boolean unexpected) {
        if (!on) {
            // Cut off by our own end, which says nothing about the task.
            queue.release(task);
            return;
        }
        String error = failure.toString();
        int surprises = task.unexpected() + 1;
        if (unexpected && surprises >= settings.attempts()) {
            queue.parkFailed(task, "failed " + surprises + " times: " + error, error);
            return;
        }
        Instant now = clock.now();
        Optional<Instant> next =
                RetryPlan.DEFAULT.next(task.attempts() + 1, now, task.closeAt(), ThreadLocalRandom.current());
        if (next.isPresent()) {
            queue.retry(task, next.get(), error, unexpected);
        } else if (now.isBefore(task.closeAt()) || unexpected) {
            queue.parkFailed(task, "no further try fits before its close: " + error, error);
        } else {
            // Past its close the handler itself decides what that means.
            queue.retry(task, now.plus(RetryPlan.DEFAULT.first()), error, unexpected);
        }
    }

    /** The deepest reason: what the driver said. */
    private static String cause(NestedRuntimeException failure) {
        return String.valueOf(failure.getMostSpecificCause().getMessage());
    }

    private void renew() {
        if (!running.isEmpty()) {
            queue.renew(owner, List.copyOf(running.keySet()));
        }
    }

    /** What the database did not take back when it ended need not wait for the end of its lease. */
    private void putBack() {
        for (Task task = notPutBack.peek(); task != null; task = notPutBack.peek()) {
            queue.release(task);
            notPutBack.remove(task);
        }
    }

    private void reclaim() {
        putBack();
        int taken = queue.reclaim(owner);
        if (taken > 0) {
            LOG.info("{} tasks of a gateway that gave no sign of life are taken over", taken);
            wake();
        }
    }

    private void pauseAfterTrouble() {
        try {
            TimeUnit.MILLISECONDS.sleep(settings.poll().toMillis() * 4);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Runnable guarded(String what, Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.warn("cannot {} now: {}", what, e.toString());
            }
        };
    }

    private static java.util.concurrent.ThreadFactory named(String name) {
        AtomicLong number = new AtomicLong();
        return work -> {
            Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
