package io.github.dbsync.postgres;

import io.github.dbsync.catalog.Check;
import io.github.dbsync.catalog.Expression;
import io.github.dbsync.catalog.Key;
import io.github.dbsync.catalog.Table;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says primary key, unique constraints and checks of a SQLite table in PostgreSQL. */
final class KeyTranslator {

    private final Table table;
    private final SayableColumns columns;
    private final Names relations;
    private final Names constraints = new Names();
    private final TranslationLedger ledger;

    KeyTranslator(Table table, SayableColumns columns, Names relations, TranslationLedger ledger) {
        this.table = table;
        this.columns = columns;
        this.relations = relations;
        this.ledger = ledger;
    }

    /** The names that constraints of the table have so far. */
    Names constraintNames() {
        return constraints;
    }

    @Nullable
    Key primaryKey() {
        return table.primaryKey() == null
                ? null
                : key(table.primaryKey(), "primary key", "pkey").orElse(null);
    }

    List<Key> uniques() {
        return table.uniques().stream()
                .flatMap(unique ->
                        key(unique, "unique constraint", String.join("_", unique.columns()) + "_key").stream())
                .toList();
    }

    private Optional<Key> key(Key key, String kind, String ending) {
        String wanted = key.name() == null ? table.name().name() + "_" + ending : key.name();
        if (!columns.canOrderBy(key.columns())) {
            ledger.remembered(kind, wanted, "PostgreSQL has no order for the type of some of its columns");
            return Optional.empty();
        }
        String name = relations.give(wanted);
        constraints.reserve(name);
        ledger.named(kind, wanted, name);
        return Optional.of(new Key(name, key.columns(), null));
    }

    List<Check> checks() {
        return table.checks().stream().flatMap(check -> check(check).stream()).toList();
    }

    private Optional<Check> check(Check check) {
        Optional<String> condition = columns.condition(check.condition());
        if (condition.isEmpty()) {
            ledger.remembered(
                    "check",
                    check.name() == null ? check.condition().declared() : check.name(),
                    "PostgreSQL cannot say " + check.condition().declared() + "; here nothing checks it");
        }
        return condition.map(text -> new Check(
                constraintName(check.name(), "check"),
                new Expression(text, check.condition().portable()),
                null));
    }

    private @Nullable String constraintName(@Nullable String wanted, String kind) {
        if (wanted == null) {
            return null;
        }
        String name = constraints.give(wanted);
        ledger.named(kind, wanted, name);
        return name;
    }
}
