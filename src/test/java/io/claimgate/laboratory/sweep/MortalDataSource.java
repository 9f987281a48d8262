package io.claimgate.laboratory.sweep;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database whose statements and commits are operations. */
final class MortalDataSource extends DelegatingDataSource {

    private static final Set<String> EXECUTING = Set.of(
            "execute", "executeQuery", "executeUpdate", "executeBatch", "executeLargeUpdate", "executeLargeBatch");
    /** What the database does by itself when a client is gone. */
    private static final Set<String> AFTER_DEATH =
            Set.of("rollback", "close", "isClosed", "setAutoCommit", "getAutoCommit");

    private final Operations operations;

    MortalDataSource(DataSource target, Operations operations) {
        super(target);
        this.operations = operations;
    }

    @Override
    public Connection getConnection() throws SQLException {
        operations.alive();
        Connection real = super.getConnection();
        return wrapped(Connection.class, (proxy, method, arguments) -> {
            if (method.getName().equals("commit")) {
                return operations.around(
                        Operations.Kind.COMMIT, () -> invoke(real, method, arguments), MortalDataSource::broken);
            }
            if (!AFTER_DEATH.contains(method.getName())) {
                operations.alive();
            }
            Object result = invoke(real, method, arguments);
            return result instanceof Statement statement ? mortal(statement) : result;
        });
    }

    private Statement mortal(Statement real) {
        Class<? extends Statement> type = real instanceof CallableStatement
                ? CallableStatement.class
                : real instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
        return wrapped(type, (proxy, method, arguments) -> {
            if (EXECUTING.contains(method.getName())) {
                return operations.around(
                        Operations.Kind.STATEMENT, () -> invoke(real, method, arguments), MortalDataSource::broken);
            }
            return invoke(real, method, arguments);
        });
    }

    private static SQLException broken() {
        return new SQLRecoverableException("the connection broke", "08006");
    }

    static Object invoke(Object target, Method method, Object[] arguments) throws Exception {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getTargetException() instanceof Error error) {
                throw error;
            }
            throw (Exception) e.getTargetException();
        }
    }

    static <T> T wrapped(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
