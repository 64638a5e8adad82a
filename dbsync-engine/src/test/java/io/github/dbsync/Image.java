package io.github.dbsync;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All that must be the same, as sorted lines, each with its kind of thing and a colon before it.
 */
public record Image(List<String> lines) {

    public Image {
        lines = lines.stream().sorted().toList();
    }

    public List<String> differencesTo(Image other) {
        List<String> differences = new ArrayList<>();
        without(other).forEach(line -> differences.add(line + "  [before]"));
        other.without(this).forEach(line -> differences.add(line + "  [after]"));
        return differences;
    }

    /** The lines that the other lacks; one that is there twice must be there twice. */
    private List<String> without(Image other) {
        List<String> left = new ArrayList<>(lines);
        other.lines.forEach(left::remove);
        return left;
    }

    /** The rows of a query as lines of a kind. */
    public static List<String> query(Connection connection, String kind, String sql) throws SQLException {
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows(connection, sql)) {
            lines.add(kind + ": " + row.stream().collect(Collectors.joining(" | ")));
        }
        return lines;
    }

    public static List<List<String>> rows(Connection connection, String sql) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            try (ResultSet result = statement.executeQuery(sql)) {
                while (result.next()) {
                    rows.add(row(result));
                }
            }
        }
        return rows;
    }

    private static List<String> row(ResultSet result) throws SQLException {
        List<String> row = new ArrayList<>();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
            row.add(String.valueOf(result.getString(column)));
        }
        return row;
    }
}
