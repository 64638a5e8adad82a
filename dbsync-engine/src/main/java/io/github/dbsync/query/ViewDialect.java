package io.github.dbsync.query;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.Expression.Token;
import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.catalog.QualifiedName;
import java.util.List;

/** How one dialect reads and writes views. Pure and thread-safe. */
public interface ViewDialect {

    /**
     * The tokens of a statement that makes a view. Key words of {@link KeyWords}, operators and signs are {@code Word}s; all
     * other words are {@code Name}s. A sum of integers is an exact number, as in PostgreSQL: where it is an integer, a cast
     * {@code :: BIGINT} follows it.
     */
    List<Token> tokens(String definition) throws NotTranslatableException;

    /** How this database compares the values of a column. */
    Comparison comparison(Column column);

    /** Whether nulls come first where rows are ordered upwards and nothing else is said. */
    boolean nullsAreLeast();

    /** Whether a view or one of its columns can have this name. */
    boolean allows(String name);

    String quote(String name);

    String quote(QualifiedName name);

    /** A text literal. */
    String text(String value);

    String truth(boolean value);

    /** An integer that this database may take for a wider number, as one of 64 bits. */
    String bigint(String sql);

    /** A view of this dialect. */
    OtherObject view(QualifiedName name, String query, List<QualifiedName> tables);
}
