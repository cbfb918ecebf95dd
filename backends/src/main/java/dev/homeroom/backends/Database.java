package dev.homeroom.backends;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * How to reach one database.
 *
 * @param port where its server listens, on {@code host}
 * @param name of lower-case letters, digits and underscores
 */
public record Database(String host, int port, String name, String username, String password) {
    /** The database that every server has. */
    static final String FIRST = "postgres";

    public Database {
        if (!name.matches("[a-z_0-9]{1,63}")) {
            throw new IllegalArgumentException("not a name for a database: " + name);
        }
    }

    /** The JDBC address. */
    public String url() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + name;
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), username, password);
    }

    /** Another database of the same server, which need not exist. */
    public Database named(String other) {
        return new Database(host, port, other, username, password);
    }

    /** Makes this database if its server lacks it. */
    public Database created() {
        try (Connection connection = named(FIRST).connect()) {
            if (!isKnownTo(connection)) {
                create(connection);
            }
            return this;
        } catch (SQLException e) {
            throw new IllegalStateException("the database " + name + " could not be made", e);
        }
    }

    private boolean isKnownTo(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT FROM pg_database WHERE datname = ?")) {
            query.setString(1, name);
            return query.executeQuery().next();
        }
    }

    private void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
    }

    @Override
    public String toString() {
        return url();
    }
}
