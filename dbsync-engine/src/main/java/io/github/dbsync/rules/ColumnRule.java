package io.github.dbsync.rules;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.catalog.BooleanWords;
import io.github.dbsync.catalog.ColumnType;
import io.github.dbsync.catalog.EncodedText;
import io.github.dbsync.catalog.EpochForm;
import io.github.dbsync.catalog.EpochForm.Unit;
import io.github.dbsync.catalog.EscapedText;
import io.github.dbsync.catalog.LogicalType;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.RawText;
import io.github.dbsync.catalog.StoredForm;
import io.github.dbsync.catalog.TemporalForm;
import io.github.dbsync.feedback.Problem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is said of one column.
 *
 * @param type what its values mean
 * @param form how SQLite keeps them, or null where that is found in them
 * @param where where it is said
 */
public record ColumnRule(LogicalType type, @Nullable StoredForm form, String where) {

    private static final LogicalType TEXT = new LogicalType.Text(null, false);

    /** Words that each say how the values are kept, so that a column can have only one of them. */
    private static final Set<Word> FORMS = Set.of(Word.UNIT, Word.FORM, Word.NUL, Word.ENCODING, Word.TRUE);

    public ColumnRule {
        requireNonNull(type, "type");
        requireNonNull(where, "where");
    }

    /**
     * The form in which SQLite is to keep values that come from elsewhere; empty where the rule has none for values of this type,
     * or one that is found in SQLite's own values only.
     */
    public Optional<StoredForm> formFor(LogicalType foreign) {
        if (!type.equals(foreign)) {
            return Optional.empty();
        }
        return Optional.ofNullable(form)
                .filter(f -> f instanceof TemporalForm || f instanceof EpochForm || f instanceof BooleanWords)
                .map(f -> f instanceof EpochForm epoch && epoch.unit() == Unit.JULIAN_DAYS
                        ? new EpochForm(epoch.unit(), true)
                        : f);
    }

    /** Whether values that are so without the rule are so by it, too. */
    public boolean agreesWith(ColumnType kept) {
        return type.equals(kept.logical())
                && (Objects.equals(form, kept.form())
                        || form == null
                        || formFor(type)
                                .filter(written -> written.equals(kept.form()))
                                .isPresent());
    }

    /** A warning that the rule changes nothing for a column, and why. */
    public Problem withoutEffect(QualifiedName table, String column, String why) {
        return RuleProblems.withoutEffect(table + "." + column, where, why);
    }

    /** @throws io.github.dbsync.feedback.DbSyncException with {@code RULE_INVALID} where the words do not go together */
    static ColumnRule of(Map<Word, Setting> settings) {
        List<Setting> forms = settings.entrySet().stream()
                .filter(entry -> FORMS.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        if (forms.size() > 1) {
            throw RuleProblems.notTogether(forms.get(0), forms.get(1));
        }
        Setting type = settings.get(Word.TYPE);
        StoredForm form = form(settings);
        Setting first = forms.isEmpty() ? settings.values().iterator().next() : forms.get(0);
        LogicalType logical = type == null ? usual(form) : TypeWords.parse(type);
        if (type != null && form != null && !fits(logical, form)) {
            throw RuleProblems.notTogether(type, first);
        }
        return new ColumnRule(logical, form, first.where());
    }

    private static @Nullable StoredForm form(Map<Word, Setting> settings) {
        StoredForm form = words(settings.get(Word.TRUE), settings.get(Word.FALSE));
        for (Map.Entry<Word, Setting> entry : settings.entrySet()) {
            Setting setting = entry.getValue();
            form = switch (entry.getKey()) {
                case UNIT -> FormWords.unit(setting);
                case FORM -> FormWords.form(setting);
                case NUL -> FormWords.nul(setting);
                case ENCODING -> FormWords.encoding(setting);
                case COLUMN, TYPE, TRUE, FALSE, TABLE, RENAME -> form;
            };
        }
        return form;
    }

    private static @Nullable StoredForm words(@Nullable Setting trueWords, @Nullable Setting falseWords) {
        if (trueWords != null && falseWords != null) {
            return FormWords.booleanWords(trueWords, falseWords);
        }
        Setting half = trueWords == null ? falseWords : trueWords;
        if (half != null) {
            throw RuleProblems.halfABoolean(half);
        }
        return null;
    }

    /** The type of values that are kept so, where no type is said. */
    private static LogicalType usual(@Nullable StoredForm form) {
        if (form instanceof TemporalForm temporal) {
            if (!temporal.date()) {
                return new LogicalType.Time();
            }
            return temporal.time() ? new LogicalType.Timestamp(temporal.zoned()) : new LogicalType.Date();
        } else if (form instanceof EpochForm) {
            return new LogicalType.Timestamp(true);
        } else if (form instanceof BooleanWords) {
            return new LogicalType.Bool();
        }
        return form instanceof RawText ? new LogicalType.Bytes() : TEXT;
    }

    private static boolean fits(LogicalType type, StoredForm form) {
        boolean moment = type instanceof LogicalType.Timestamp;
        if (form instanceof TemporalForm temporal) {
            return (moment && temporal.date()) || type.equals(usual(form));
        } else if (form instanceof EpochForm) {
            return moment || type instanceof LogicalType.Date;
        } else if (form instanceof EscapedText || form instanceof EncodedText) {
            return type instanceof LogicalType.Text;
        }
        return type.equals(usual(form));
    }
}
