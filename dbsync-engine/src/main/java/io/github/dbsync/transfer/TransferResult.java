package io.github.dbsync.transfer;

import java.util.List;

/**
 * What was moved.
 *
 * @param tables table by table, in the plan's order
 */
public record TransferResult(List<TableTransfer> tables) {

    public TransferResult {
        tables = List.copyOf(tables);
    }
}
