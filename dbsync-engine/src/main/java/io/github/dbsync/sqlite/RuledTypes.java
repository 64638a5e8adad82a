package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.BooleanWords;
import io.github.dbsync.catalog.ColumnType;
import io.github.dbsync.catalog.CompactJson;
import io.github.dbsync.catalog.EncodedText;
import io.github.dbsync.catalog.EnumLabels;
import io.github.dbsync.catalog.EpochForm;
import io.github.dbsync.catalog.EscapedText;
import io.github.dbsync.catalog.InstantForm;
import io.github.dbsync.catalog.JsonList;
import io.github.dbsync.catalog.LogicalType;
import io.github.dbsync.catalog.RawText;
import io.github.dbsync.catalog.StoredForm;
import io.github.dbsync.catalog.TemporalForm;
import io.github.dbsync.rules.ColumnRule;
import java.nio.charset.Charset;
import java.util.List;

/** What a rule makes of a column: the types to be tried, and how values are kept in a form. */
final class RuledTypes {

    private RuledTypes() {}

    /** The types that a rule leaves a column, from the plainest on. */
    static List<ColumnType> of(ColumnRule rule, String declared) {
        ColumnType plain = new ColumnType(rule.type(), declared, rule.form());
        if (rule.form() instanceof EpochForm epoch) {
            return List.of(plain, plain.withForm(new EpochForm(epoch.unit(), true)));
        }
        if (rule.form() != null) {
            return List.of(plain);
        }
        if (rule.type() instanceof LogicalType.Text) {
            return List.of(plain, plain.withForm(new EscapedText(true)));
        }
        return rule.type() instanceof LogicalType.Bytes
                ? List.of(plain, plain.withForm(new RawText()))
                : List.of(plain);
    }

    /** How a type's values are tried where a rule names it. */
    static ColumnMapping trial(ColumnType type, Affinity affinity) {
        ColumnMapping mapping = SqliteTypes.mapping(type, affinity);
        boolean checksItself =
                mapping instanceof Probe || mapping instanceof RawTextMapping || mapping instanceof EncodedTextMapping;
        ColumnMapping sound = type.logical() instanceof LogicalType.Json ? new JsonMapping(mapping) : mapping;
        return checksItself ? mapping : new ReversibleMapping(sound, affinity);
    }

    /** How values of a type are kept in a form. */
    static ColumnMapping mapping(LogicalType type, StoredForm form, Affinity affinity) {
        if (form instanceof TemporalForm temporal) {
            return new TemporalMapping(type, temporal);
        } else if (form instanceof EpochForm epoch) {
            return new EpochMapping(type, epoch);
        } else if (form instanceof InstantForm instants) {
            return InstantMapping.takes(type) ? new InstantMapping(type, instants) : plain(type, affinity);
        } else if (form instanceof CompactJson) {
            return type instanceof LogicalType.Json json
                    ? new CompactJsonMapping(json.binary(), affinity)
                    : plain(type, affinity);
        } else if (form instanceof BooleanWords words) {
            return new BooleanMapping(words, affinity);
        } else if (form instanceof EscapedText escaped) {
            return new EscapedTextMapping(escaped, affinity);
        } else if (form instanceof JsonList list) {
            return type instanceof LogicalType.Printed ? new JsonListMapping(list) : plain(type, affinity);
        } else if (form instanceof EnumLabels labels) {
            return new EnumMapping(labels, affinity);
        } else if (form instanceof EncodedText encoded) {
            return new EncodedTextMapping(Charset.forName(encoded.charset()));
        }
        return new RawTextMapping();
    }

    /** A type whose values the form does not know, such as a list. */
    private static ColumnMapping plain(LogicalType type, Affinity affinity) {
        return SqliteTypes.mapping(new ColumnType(type, ""), affinity);
    }

    /** Whether SQLite has to be told that the bytes it gets are text. */
    static boolean isTextInBytes(ColumnType type) {
        return type.form() instanceof RawText || type.form() instanceof EncodedText;
    }
}
