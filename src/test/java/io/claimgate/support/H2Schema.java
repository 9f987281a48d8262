package io.claimgate.support;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What the migrations make of an empty H2, as commands: migrated once per test JVM, told to every other database in a fifth of the time. */
final class H2Schema {

    private static final String VIEW = "CREATE FORCE VIEW ";
    private static final List<String> COMMANDS = commands();

    private H2Schema() {}

    /** Makes it in an empty database. */
    static void tell(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String command : COMMANDS) {
                statement.execute(command);
            }
        }
    }

    private static List<String> commands() {
        String url = Databases.H2.freshUrl();
        Databases.H2.migrate(url);
        try (Connection migrated = DriverManager.getConnection(url, "sa", "");
                Connection empty = DriverManager.getConnection(Databases.H2.freshUrl(), "sa", "")) {
            List<String> commands = new ArrayList<>();
            Deque<String> views = new ArrayDeque<>();
            try (Statement statement = migrated.createStatement();
                    ResultSet lines = statement.executeQuery("script")) {
                while (lines.next()) {
                    String line = lines.getString(1);
                    if (line.startsWith(VIEW)) {
                        views.add(line.replaceFirst(VIEW, "CREATE VIEW "));
                    } else {
                        commands.add(line);
                    }
                }
            }
            try (Statement statement = empty.createStatement()) {
                for (String command : commands) {
                    statement.execute(command);
                }
                commands.addAll(inOrder(views, statement));
            }
            return commands;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** H2 tells its views in any order; a view that reads another one comes after it. */
    private static List<String> inOrder(Deque<String> views, Statement empty) throws SQLException {
        List<String> order = new ArrayList<>();
        int vain = 0;
        while (!views.isEmpty()) {
            String view = views.remove();
            try {
                empty.execute(view);
                order.add(view);
                vain = 0;
            } catch (SQLException tooEarly) {
                views.add(view);
                if (++vain > views.size()) {
                    throw tooEarly;
                }
            }
        }
        return order;
    }
}
