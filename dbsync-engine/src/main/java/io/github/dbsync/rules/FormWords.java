package io.github.dbsync.rules;

import io.github.dbsync.catalog.BooleanWords;
import io.github.dbsync.catalog.EncodedText;
import io.github.dbsync.catalog.EpochForm;
import io.github.dbsync.catalog.EpochForm.Unit;
import io.github.dbsync.catalog.EscapedText;
import io.github.dbsync.catalog.RawText;
import io.github.dbsync.catalog.StoredForm;
import io.github.dbsync.catalog.TemporalForm;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the words of a rule say of how SQLite keeps values. Each method throws {@code RULE_INVALID} where it is not understood. */
final class FormWords {

    /** In the words of SQLite's docs, "Date And Time Functions", 2. */
    private static final Pattern DATE_AND_TIME = Pattern.compile("(?<date>YYYY-MM-DD)?(?<separator>[ T])?"
            + "(?<time>HH:MM(?<seconds>:SS(\\.(?<fraction>S{1,6}))?)?)?(?<suffix>Z|\\+00:00|\\+00)?");

    private static final String BYTES = "bytea";

    private FormWords() {}

    static EpochForm unit(Setting setting) {
        return new EpochForm(
                switch (setting.value()) {
                    case "seconds" -> Unit.SECONDS;
                    case "milliseconds" -> Unit.MILLISECONDS;
                    case "microseconds" -> Unit.MICROSECONDS;
                    case "julian days" -> Unit.JULIAN_DAYS;
                    default ->
                        throw RuleProblems.unknownValue(setting, "seconds, milliseconds, microseconds, julian days");
                },
                false);
    }

    static TemporalForm form(Setting setting) {
        Matcher form = DATE_AND_TIME.matcher(setting.value());
        if (!form.matches() || !isWhole(form)) {
            throw RuleProblems.unknownValue(
                    setting,
                    "a pattern such as YYYY-MM-DD HH:MM:SS.SSS+00:00, with a blank or T between date and time, with up to six"
                            + " S for fractions, with nothing, Z, +00 or +00:00 at the end; or a part of it");
        }
        return new TemporalForm(
                form.group("date") != null,
                orEmpty(form.group("separator")),
                form.group("time") != null,
                form.group("seconds") != null,
                orEmpty(form.group("fraction")).length(),
                orEmpty(form.group("suffix")),
                true);
    }

    private static boolean isWhole(Matcher form) {
        boolean date = form.group("date") != null;
        boolean time = form.group("time") != null;
        boolean separated = form.group("separator") != null;
        boolean zoned = form.group("suffix") != null;
        return (date || time) && separated == (date && time) && (!zoned || (date && time));
    }

    private static String orEmpty(@Nullable String group) {
        return Objects.requireNonNullElse(group, "");
    }

    static StoredForm nul(Setting setting) {
        return switch (setting.value()) {
            case "escape" -> new EscapedText(false);
            case BYTES -> new RawText();
            default -> throw RuleProblems.unknownValue(setting, "escape, bytea");
        };
    }

    static StoredForm encoding(Setting setting) {
        return setting.value().equals(BYTES) ? new RawText() : new EncodedText(charset(setting));
    }

    private static String charset(Setting setting) {
        String name = setting.value();
        try {
            if (Charset.isSupported(name) && Charset.forName(name).canEncode()) {
                return Charset.forName(name).name();
            }
        } catch (IllegalCharsetNameException unknown) {
            throw RuleProblems.unknownValue(setting, "a character set that Java knows, such as windows-1252; bytea");
        }
        throw RuleProblems.unknownValue(setting, "a character set that Java knows, such as windows-1252; bytea");
    }

    static BooleanWords booleanWords(Setting trueWords, Setting falseWords) {
        Set<String> words = new HashSet<>(trueWords.values());
        if (trueWords.values().isEmpty() || falseWords.values().isEmpty()) {
            throw RuleProblems.halfABoolean(trueWords.values().isEmpty() ? trueWords : falseWords);
        }
        if (falseWords.values().stream().anyMatch(words::contains)) {
            throw RuleProblems.notTogether(trueWords, falseWords);
        }
        return new BooleanWords(trueWords.values(), falseWords.values());
    }
}
