package io.github.dbsync.catalog;

import java.util.List;

/**
 * The values of an enum as texts, which are all that the column may hold.
 *
 * @param labels the values, in the enum's order
 */
public record EnumLabels(List<String> labels) implements StoredForm {

    public EnumLabels {
        labels = List.copyOf(labels);
    }
}
