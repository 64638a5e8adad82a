package io.github.dbsync.plan;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.ForeignKey;
import io.github.dbsync.catalog.Inheritance;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.LedgerEntry;
import io.github.dbsync.dialect.LedgerEntry.Fate;
import io.github.dbsync.dialect.Translation;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.memory.Memory.RememberedTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides what becomes of each table: its origin where that still applies, else what is given for it, else a translation. */
final class TablePlanner {

    private final PlanInput input;
    private final TargetNames names;
    private final Set<QualifiedName> selected;
    private final Optional<GivenTables> given;

    TablePlanner(PlanInput input, TargetNames names, Optional<GivenTables> given) {
        this.input = input;
        this.names = names;
        this.given = given;
        this.selected = input.selected().stream()
                .map(table -> table.census().table().name())
                .collect(Collectors.toSet());
    }

    /** The plans of all selected tables in their order, but each after those that it inherits from. */
    List<PlannedTable> plan() {
        Iterator<Translation> translations = input.dialect()
                .translate(
                        input.selected().stream()
                                .filter(this::isTranslated)
                                .map(this::foreign)
                                .toList(),
                        input.source().others())
                .iterator();
        List<PlannedTable> planned = input.selected().stream()
                .map(table -> restored(table.recall())
                        .map(origin -> restored(table, origin))
                        .or(() -> given(table))
                        .orElseGet(() -> translated(table, translations.next())))
                .toList();
        return planned.stream()
                .sorted(Comparator.comparing(table -> ancestors(table, planned)))
                .toList();
    }

    private boolean isTranslated(SelectedTable table) {
        return restored(table.recall()).isEmpty() && givenFor(table).isEmpty();
    }

    private Optional<GivenTable> givenFor(SelectedTable table) {
        return input.given(table.census().table().name());
    }

    private Optional<PlannedTable> given(SelectedTable table) {
        return givenFor(table)
                .flatMap(found -> given.map(tables -> tables.plan(table, found)))
                .map(planned -> planned.and(leftBehind(table.recall()), rulesWithoutEffect(table)));
    }

    /** The length of the longest line of tables that a table inherits from. */
    private static int ancestors(PlannedTable heir, List<PlannedTable> planned) {
        Inheritance inheritance = heir.table().target().inheritance();
        return inheritance == null
                ? 0
                : planned.stream()
                        .filter(table -> inheritance
                                .parents()
                                .contains(table.table().target().name()))
                        .mapToInt(parent -> 1 + ancestors(parent, planned))
                        .max()
                        .orElse(0);
    }

    private Table foreign(SelectedTable table) {
        Table renamed = withReachableParents(withoutAddedChecks(table)).renamed(names::of);
        return input.dialect().isRuled() ? new RuledForms(input.rules()).applyTo(renamed) : renamed;
    }

    private Table withoutAddedChecks(SelectedTable table) {
        return input.memoryOfTarget().isEmpty()
                ? table.census().table()
                : table.recall().withoutAddedChecks(table.census().table());
    }

    private Optional<Table> restored(Recall recall) {
        if (!recall.unchanged()
                || input.memoryOfTarget().isEmpty()
                || input.keptSchema().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(recall.restored())
                .filter(origin -> holdsAllOf(recall.table(), origin))
                .filter(origin -> origin.name().equals(names.of(recall.table().name())))
                .filter(this::hasItsParents);
    }

    /** A column that was new here may have values by now. */
    private static boolean holdsAllOf(Table now, Table origin) {
        return now.storedColumns().stream()
                .allMatch(column -> origin.lookupColumn(column.name()).isPresent());
    }

    /** A table inherits from its parents again where they are what they were. */
    private boolean hasItsParents(Table origin) {
        return origin.inheritance() == null
                || origin.inheritance().parents().stream().allMatch(this::isThereAgain);
    }

    private boolean isThereAgain(QualifiedName parent) {
        return input.selected().stream()
                .map(SelectedTable::recall)
                .filter(recall -> names.of(recall.table().name()).equals(parent))
                .findFirst()
                .map(recall -> restored(recall).isPresent())
                .orElseGet(() -> input.target().lookupTable(parent).isPresent());
    }

    private PlannedTable restored(SelectedTable table, Table origin) {
        String name = table.census().table().name().toString();
        LedgerEntry entry = new LedgerEntry("table", name, Fate.RESTORED, "exactly as it was");
        return new PlannedTable(TablePlan.of(table, origin, true, input), List.of(entry), List.of());
    }

    private PlannedTable translated(SelectedTable table, Translation translation) {
        Table source = table.census().table();
        Table target = input.memoryOfTarget().isEmpty()
                ? translation.table()
                : withOriginTypes(translation.table(), table.recall());
        List<LedgerEntry> ledger = new ArrayList<>();
        ledger.add(new LedgerEntry("table", source.name().toString(), Fate.TRANSLATED, noteOf(table.recall())));
        ledger.addAll(leftBehind(table.recall()));
        ledger.addAll(unreachableKeys(source));
        ledger.addAll(translation.ledger());
        return new PlannedTable(TablePlan.of(table, target, false, input), ledger, rulesWithoutEffect(table));
    }

    private List<Problem> rulesWithoutEffect(SelectedTable table) {
        if (!input.dialect().isRuled()) {
            return List.of();
        }
        Table source = table.census().table();
        List<Column> firstHere = source.columns().stream()
                .filter(column -> !isAtHome(table.recall(), column))
                .toList();
        return new RuledForms(input.rules()).withoutEffect(names.of(source.name()), firstHere);
    }

    private boolean isAtHome(Recall recall, Column column) {
        return input.memoryOfTarget().isPresent() && recall.originOf(column).isPresent();
    }

    private static String noteOf(Recall recall) {
        RememberedTable remembered = recall.remembered();
        if (remembered == null) {
            return "";
        }
        String why = recall.unchanged()
                ? "anew, since it or a table that it inherited from is not what or where it was"
                : "anew, since its definition changed after it was made here";
        return why + (rowsHadGaps(remembered.origin()) ? "; its rows are numbered anew too" : "");
    }

    private static boolean rowsHadGaps(Table origin) {
        return origin.rowNumbers() != null && origin.rowNumbers().gaps();
    }

    /** What a table had that is translated anew: nobody can say whether it still fits. */
    private static List<LedgerEntry> leftBehind(Recall recall) {
        RememberedTable remembered = recall.remembered();
        if (remembered == null) {
            return List.of();
        }
        Table origin = remembered.origin();
        List<LedgerEntry> ledger = new ArrayList<>();
        origin.withPartitions()
                .filter(table -> !table.equals(origin))
                .forEach(partition -> ledger.add(leftBehind("partition", partition.name())));
        if (origin.inheritance() != null) {
            ledger.add(leftBehind("inheritance", origin.name()));
        }
        return ledger;
    }

    private static LedgerEntry leftBehind(String kind, QualifiedName name) {
        return new LedgerEntry(
                kind, name.toString(), Fate.LEFT_BEHIND, "not made again, since its table is translated anew");
    }

    /** Columns that nobody changed since they came from this dialect get the very type back that they had. */
    private static Table withOriginTypes(Table translated, Recall recall) {
        return translated.withColumns(translated.columns().stream()
                .map(column -> recall.table()
                        .lookupColumn(column.name())
                        .flatMap(recall::originOf)
                        .map(origin -> column.withType(origin.type()))
                        .orElse(column))
                .toList());
    }

    private Table withReachableParents(Table table) {
        return table.withForeignKeys(
                table.foreignKeys().stream().filter(this::hasParent).toList());
    }

    private List<LedgerEntry> unreachableKeys(Table table) {
        return table.foreignKeys().stream()
                .filter(key -> !hasParent(key))
                .map(key -> new LedgerEntry(
                        "foreign key",
                        table.name() + " (" + String.join(", ", key.columns()) + ")",
                        Fate.REMEMBERED,
                        "its parent " + key.parent() + " is neither part of this sync nor at the target"))
                .toList();
    }

    private boolean hasParent(ForeignKey key) {
        return selected.contains(key.parent()) || staysAtTarget(key);
    }

    private boolean staysAtTarget(ForeignKey key) {
        return !input.dialect().replacesWholeDatabase()
                && input.target().lookupTable(names.of(key.parent())).isPresent();
    }
}
