package io.github.dbsync.plan;

import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Sequence;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.Beginning;
import io.github.dbsync.dialect.LedgerEntry;
import io.github.dbsync.dialect.Statement;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.memory.Memory;
import io.github.dbsync.memory.Memory.RememberedTable;
import io.github.dbsync.memory.Memory.RememberedView;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a sync will do: it is shown to the user, and then carried out as it stands.
 *
 * @param origin the id of the source's dialect
 * @param owner who says what the target's schema is; empty where dbsync translates the source's
 * @param tables the tables, in the order in which they are moved
 * @param auxiliaries the auxiliary tables, in the order in which they are moved
 * @param steps everything that is done to the target, in this order
 * @param refresh what brings restored objects up to date with rows that changed, once these are verified
 * @param ledger one entry for every object of the source
 * @param findings what the user should know; a refusal among them stops the sync
 * @param beginning what the target has when it is written
 * @param sequences the source's free sequences, to be remembered
 * @param others the source's other objects, to be remembered
 * @param views the source's views that are made at the target
 * @param originSettings the source's settings, to be remembered
 */
public record SyncPlan(
        String origin,
        Optional<SchemaOwner> owner,
        List<TablePlan> tables,
        List<TablePlan> auxiliaries,
        List<Step> steps,
        List<Statement> refresh,
        List<LedgerEntry> ledger,
        List<Problem> findings,
        Beginning beginning,
        List<Sequence> sequences,
        List<OtherObject> others,
        List<ViewPlan> views,
        Map<String, String> originSettings) {

    public SyncPlan {
        tables = List.copyOf(tables);
        auxiliaries = List.copyOf(auxiliaries);
        steps = List.copyOf(steps);
        refresh = List.copyOf(refresh);
        ledger = List.copyOf(ledger);
        findings = List.copyOf(findings);
        sequences = List.copyOf(sequences);
        others = List.copyOf(others);
        views = List.copyOf(views);
        originSettings = Map.copyOf(originSettings);
    }

    /** The same with statements that come after all others. */
    public SyncPlan and(List<Statement> last) {
        Stream<Step> added = last.stream().map(Step.Execute::new);
        return new SyncPlan(
                origin,
                owner,
                tables,
                auxiliaries,
                Stream.concat(steps.stream(), added).toList(),
                refresh,
                ledger,
                findings,
                beginning,
                sequences,
                others,
                views,
                originSettings);
    }

    /** Whether the target keeps its schema, and only gets other rows. */
    public boolean keepsSchema() {
        return beginning.whole();
    }

    /** The findings that stop the sync. */
    public List<Problem> refusals() {
        return findings.stream().filter(Problem::refuses).toList();
    }

    /** Whether something is overwritten or lost at the target, so that the user must be asked. */
    public boolean overwrites() {
        return tables.stream().anyMatch(TablePlan::overwritesRows)
                || findings.stream().anyMatch(finding -> finding.code() == ProblemCode.TARGET_OBJECT_LOST);
    }

    /** The tables that are at the target, and will be others or have other rows. */
    public List<QualifiedName> replaced() {
        return tables.stream()
                .filter(table -> table.targetRows() != null)
                .map(table -> table.target().name())
                .toList();
    }

    /** All rows to be moved. */
    public long rows() {
        return tables.stream().mapToLong(TablePlan::sourceRows).sum();
    }

    /**
     * What the target has to keep for the way back: nothing of a table that was restored, since it is at home again.
     *
     * @param created the target's catalog after the plan was carried out
     * @param earlier what the target kept before; what it knows of tables that this plan does not touch stays
     * @param digests the digests of the rows that left the source, by the names that their tables have there
     */
    public Memory memory(Catalog created, Optional<Memory> earlier, Map<QualifiedName, String> digests) {
        List<RememberedTable> remembered = Stream.concat(
                        tables.stream()
                                .filter(table -> !table.restored())
                                .flatMap(table -> remembered(table, created, digests).stream()),
                        untouched(earlier))
                .toList();
        List<RememberedView> rememberedViews = views.stream()
                .flatMap(view -> remembered(view, created).stream())
                .toList();
        List<RememberedTable> kept = auxiliaries.stream()
                .filter(table -> !table.restored())
                .map(table -> remembered(table, table.target(), digests))
                .toList();
        boolean nothing = remembered.isEmpty() && kept.isEmpty();
        return new Memory(
                origin, remembered, kept, sequences, others, rememberedViews, nothing ? Map.of() : originSettings);
    }

    private static Optional<RememberedTable> remembered(
            TablePlan plan, Catalog created, Map<QualifiedName, String> digests) {
        return created.lookupTable(plan.target().name()).map(found -> remembered(plan, found, digests));
    }

    private static RememberedTable remembered(TablePlan plan, Table created, Map<QualifiedName, String> digests) {
        return new RememberedTable(
                plan.source(),
                created.withFormsOf(plan.target()),
                Objects.requireNonNull(digests.get(plan.source().name())));
    }

    private static Optional<RememberedView> remembered(ViewPlan plan, Catalog created) {
        return created.others().stream()
                .filter(object -> plan.target() != null && plan.target().isNamesakeOf(object))
                .findFirst()
                .map(found -> new RememberedView(plan.source(), found));
    }

    private Stream<RememberedTable> untouched(Optional<Memory> earlier) {
        Set<QualifiedName> touched =
                tables.stream().map(table -> table.target().name()).collect(Collectors.toSet());
        return earlier.filter(memory -> memory.origin().equals(origin)).stream()
                .flatMap(memory -> memory.tables().stream())
                .filter(table -> !touched.contains(table.created().name()));
    }
}
