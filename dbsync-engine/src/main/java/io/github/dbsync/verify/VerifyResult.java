package io.github.dbsync.verify;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What was proven.
 *
 * @param mode how much was looked at
 * @param tables table by table, in the plan's order; empty where nothing was looked at
 */
public record VerifyResult(VerifyMode mode, List<TableVerdict> tables) {

    public VerifyResult {
        requireNonNull(mode, "mode");
        tables = List.copyOf(tables);
    }

    /** The tables whose two ends are not the same. */
    public List<TableVerdict> different() {
        return tables.stream().filter(table -> !table.same()).toList();
    }
}
