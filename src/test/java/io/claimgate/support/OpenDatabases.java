package io.claimgate.support;

import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Closes the databases that a test opened when that test ends, and what its class opened (in fields, before all) when the class ends:
 * the whole suite runs in one JVM, and a database in memory that nobody closes stays there to its end. JUnit finds this listener by
 * {@code META-INF/services}.
 */
public final class OpenDatabases implements TestExecutionListener {

    /** One list for each container or test that runs, the innermost first; tests run one after another. */
    private static final Deque<Deque<AutoCloseable>> OPEN = new ArrayDeque<>();

    static {
        OPEN.push(new ArrayDeque<>());
    }

    /** To be closed with the test that runs now; the last opened is closed first. */
    static synchronized void opened(AutoCloseable database) {
        OPEN.element().push(database);
    }

    @Override
    public void executionStarted(TestIdentifier started) {
        synchronized (OpenDatabases.class) {
            OPEN.push(new ArrayDeque<>());
        }
    }

    @Override
    public void executionFinished(TestIdentifier finished, TestExecutionResult result) {
        Deque<AutoCloseable> ended;
        synchronized (OpenDatabases.class) {
            ended = OPEN.pop();
        }
        ended.forEach(OpenDatabases::close);
    }

    private static void close(AutoCloseable database) {
        try {
            database.close();
        } catch (Exception e) {
            throw new IllegalStateException("A test's database does not close", e);
        }
    }
}
