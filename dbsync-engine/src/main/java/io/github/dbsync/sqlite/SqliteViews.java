package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.Expression.Token;
import io.github.dbsync.catalog.LogicalType;
import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.query.Comparison;
import io.github.dbsync.query.KeyWords;
import io.github.dbsync.query.NotTranslatableException;
import io.github.dbsync.query.ViewDialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How SQLite reads and writes views. Stateless and thread-safe. */
final class SqliteViews implements ViewDialect {

    private static final Map<String, String> SYNONYMS = Map.of("==", "=", "!=", "<>");

    @Override
    public List<Token> tokens(String definition) throws NotTranslatableException {
        List<Token> tokens = new ArrayList<>();
        List<Integer> sums = new ArrayList<>();
        int depth = 0;
        for (SqliteToken token : SqliteTokenizer.tokens(definition)) {
            if (token.isSign("(")) {
                depth++;
                if (isSum(tokens)) {
                    sums.add(depth);
                }
            }
            tokens.add(token(token));
            if (token.isSign(")") && sums.remove((Integer) depth--)) {
                tokens.add(new Token.Word("::"));
                tokens.add(new Token.Word("BIGINT"));
            }
        }
        return tokens;
    }

    private static boolean isSum(List<Token> tokens) {
        return !tokens.isEmpty()
                && tokens.get(tokens.size() - 1) instanceof Token.Name name
                && name.column().equalsIgnoreCase("sum");
    }

    private static Token token(SqliteToken token) throws NotTranslatableException {
        return switch (token.kind()) {
            case WORD ->
                KeyWords.contains(token.upperCase()) ? new Token.Word(token.upperCase()) : new Token.Name(token.text());
            case QUOTED -> new Token.Name(token.text());
            case TEXT -> new Token.Text(token.text());
            case NUMBER -> new Token.Number(token.text());
            case SIGN -> new Token.Word(SYNONYMS.getOrDefault(token.text(), token.text()));
            case BLOB -> throw new NotTranslatableException("it has a blob literal");
        };
    }

    /**
     * Numbers with a fraction are floating-point ones here whatever they are declared, or text; NaN and -0.0 are blobs. Dates
     * compare like others of the same form only. A column that bends texts into numbers does so to what it is compared with,
     * too.
     */
    @Override
    public Comparison comparison(Column column) {
        LogicalType type = column.logical();
        if (type instanceof LogicalType.Int || type instanceof LogicalType.Bool || type instanceof LogicalType.Bytes) {
            return Comparison.ORDER;
        } else if (type instanceof LogicalType.Text text && !text.padded()) {
            return comparesBytes(column) ? Comparison.ORDER : Comparison.NONE;
        } else if (type instanceof LogicalType.Uuid) {
            return Comparison.EQUALITY;
        }
        boolean temporal = type instanceof LogicalType.Date
                || type instanceof LogicalType.Time
                || type instanceof LogicalType.Timestamp;
        return temporal && column.type().form() == null ? Comparison.EQUALITY : Comparison.NONE;
    }

    private static boolean comparesBytes(Column column) {
        boolean binary = column.collation() == null || column.collation().equalsIgnoreCase("BINARY");
        return binary && !Affinity.of(column.type().declared(), false).bendsNumericText();
    }

    @Override
    public boolean nullsAreLeast() {
        return true;
    }

    @Override
    public boolean allows(String name) {
        return !name.toLowerCase(Locale.ROOT).startsWith("sqlite_") && !SqliteMemory.isPart(name);
    }

    @Override
    public String quote(String name) {
        return SqliteNames.quote(name);
    }

    @Override
    public String quote(QualifiedName name) {
        return SqliteNames.quote(name.name());
    }

    @Override
    public String text(String value) {
        return SqliteNames.literal(value);
    }

    @Override
    public String truth(boolean value) {
        return value ? "1" : "0";
    }

    @Override
    public String bigint(String sql) {
        return sql;
    }

    @Override
    public OtherObject view(QualifiedName name, String query, List<QualifiedName> reads) {
        return new OtherObject("view", name, null, "CREATE VIEW " + quote(name) + " AS " + query);
    }
}
