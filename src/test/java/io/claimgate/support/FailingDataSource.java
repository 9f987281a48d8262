package io.claimgate.support;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database connection that dies at the n-th commit, and answers nothing from then on: the seam for deaths between transactions. */
public final class FailingDataSource extends DelegatingDataSource {

    /** Not an exception that any code of ours could handle. */
    public static final class Death extends Error {
        Death() {
            super("the process died here");
        }
    }

    private int commits;
    private int deadAt = Integer.MAX_VALUE;
    private boolean replyLost;

    public FailingDataSource(DataSource target) {
        super(target);
    }

    /**
     * Nothing happens after the n-th commit from now on.
     *
     * @param lostReply whether that commit itself is done, and only its answer lost
     */
    public void dieAtCommit(int n, boolean lostReply) {
        commits = 0;
        deadAt = n;
        replyLost = lostReply;
    }

    public void live() {
        deadAt = Integer.MAX_VALUE;
    }

    public static boolean isDeath(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Death) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (commits >= deadAt) {
            throw new Death();
        }
        Connection real = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("commit") && ++commits >= deadAt) {
                        if (replyLost) {
                            real.commit();
                        } else {
                            real.rollback();
                        }
                        throw new Death();
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }
}
