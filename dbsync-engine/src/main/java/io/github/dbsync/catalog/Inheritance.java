package io.github.dbsync.catalog;

import java.util.List;

/**
 * What a table has from other tables whose rows include its own (PostgreSQL's {@code INHERITS}).
 *
 * @param parents the tables that it inherits from, in their order
 * @param parentColumns the names of their columns, each once, in the order in which it would inherit them
 * @param parentNotNulls the names of those that a parent declares NOT NULL
 * @param notNullConstraints the NOT NULL constraints that it has from them only, as it would declare them, such as {@code
 *     CONSTRAINT "named" NOT NULL "column"}; none before PostgreSQL 18, which gave them names
 * @param ownColumns the names of the columns that it declares itself, whether or not a parent has them too
 * @param parentChecks the names of the checks that a parent has too
 * @param ownChecks the names of the checks that it declares itself, whether or not a parent has them too
 */
public record Inheritance(
        List<QualifiedName> parents,
        List<String> parentColumns,
        List<String> parentNotNulls,
        List<String> notNullConstraints,
        List<String> ownColumns,
        List<String> parentChecks,
        List<String> ownChecks) {

    public Inheritance {
        parents = List.copyOf(parents);
        parentColumns = List.copyOf(parentColumns);
        parentNotNulls = List.copyOf(parentNotNulls);
        notNullConstraints = List.copyOf(notNullConstraints);
        ownColumns = List.copyOf(ownColumns);
        parentChecks = List.copyOf(parentChecks);
        ownChecks = List.copyOf(ownChecks);
    }

    Inheritance inOrderOfNames() {
        return new Inheritance(
                parents,
                parentColumns,
                parentNotNulls,
                notNullConstraints.stream().sorted().toList(),
                ownColumns,
                parentChecks.stream().sorted().toList(),
                ownChecks.stream().sorted().toList());
    }
}
