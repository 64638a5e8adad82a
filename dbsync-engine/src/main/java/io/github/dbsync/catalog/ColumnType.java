package io.github.dbsync.catalog;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A column's type: what it means and what its own database calls it, side by side.
 *
 * @param logical the meaning, and the carrier with it
 * @param declared the type as declared, such as {@code NVARCHAR(160)}; may be empty in SQLite
 * @param form how SQLite keeps the values, or null where the dialect decides
 */
public record ColumnType(
        LogicalType logical, String declared, @Nullable StoredForm form) {

    public ColumnType {
        requireNonNull(logical, "logical");
        requireNonNull(declared, "declared");
    }

    public ColumnType(LogicalType logical, String declared) {
        this(logical, declared, null);
    }

    /** Whether SQL that compares or computes with the stored values means the same on both sides. */
    public boolean comparesAlike() {
        return form == null || form.comparesAlike();
    }

    public ColumnType withLogical(LogicalType agreed) {
        return new ColumnType(agreed, declared, form);
    }

    public ColumnType withForm(@Nullable StoredForm newForm) {
        return new ColumnType(logical, declared, newForm);
    }
}
