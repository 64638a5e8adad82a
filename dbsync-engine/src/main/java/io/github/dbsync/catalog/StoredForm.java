package io.github.dbsync.catalog;

/**
 * How a SQLite column keeps the values of its logical type, where that is not the usual way. It is found by the census, given by a
 * rule, or what the application reads, and kept in the memory with the column, so that the way back stores the very same again.
 */
public sealed interface StoredForm
        permits TemporalForm,
                EpochForm,
                InstantForm,
                BooleanWords,
                EscapedText,
                EncodedText,
                RawText,
                CompactJson,
                JsonList,
                EnumLabels {

    /** Whether SQL that compares or computes with the stored values means the same with those of the logical type. */
    default boolean comparesAlike() {
        return false;
    }
}
