package io.github.dbsync.postgres;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.Expression.Token;
import io.github.dbsync.catalog.LogicalType;
import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.catalog.OtherObject.Moment;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.query.Comparison;
import io.github.dbsync.query.ViewDialect;
import java.util.List;

/** How PostgreSQL reads and writes views. Stateless and thread-safe. */
final class PostgresViews implements ViewDialect {

    @Override
    public List<Token> tokens(String definition) {
        return new PrintedView(definition).tokens();
    }

    /** Numbers with a fraction compare as numbers here, whatever their digits; their carriers are those digits. */
    @Override
    public Comparison comparison(Column column) {
        LogicalType type = column.logical();
        if (type instanceof LogicalType.Text text && !text.padded()) {
            return switch (TableReader.textRule(column.collation(), false)) {
                case BYTES -> Comparison.ORDER;
                case EQUAL_BYTES -> Comparison.EQUALITY;
                case OTHER -> Comparison.NONE;
            };
        }
        boolean ordered = type instanceof LogicalType.Int
                || type instanceof LogicalType.Bool
                || type instanceof LogicalType.Bytes
                || type instanceof LogicalType.Uuid
                || type instanceof LogicalType.Date
                || type instanceof LogicalType.Time
                || type instanceof LogicalType.Timestamp;
        return ordered ? Comparison.ORDER : Comparison.NONE;
    }

    @Override
    public boolean nullsAreLeast() {
        return false;
    }

    @Override
    public boolean allows(String name) {
        return !name.isEmpty() && Names.fits(name);
    }

    @Override
    public String quote(String name) {
        return Quoting.name(name);
    }

    @Override
    public String quote(QualifiedName name) {
        return Quoting.name(name);
    }

    @Override
    public String text(String value) {
        return Quoting.literal(value);
    }

    @Override
    public String truth(boolean value) {
        return value ? "true" : "false";
    }

    @Override
    public String bigint(String sql) {
        return "(" + sql + ")::bigint";
    }

    @Override
    public OtherObject view(QualifiedName name, String query, List<QualifiedName> reads) {
        return new OtherObject(
                "view",
                name,
                null,
                "CREATE VIEW " + quote(name) + " AS " + query,
                "DROP VIEW " + quote(name),
                reads,
                Moment.AFTER_ROWS);
    }
}
