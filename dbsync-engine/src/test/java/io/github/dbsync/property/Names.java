package io.github.dbsync.property;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Names of tables, columns and constraints that are legal and awkward. No two of one database are alike but for case. */
final class Names {

    private static final List<String> AWKWARD = List.of(
            "select",
            "order",
            "user",
            "a b",
            "quo\"te",
            "\"",
            "it's",
            "Mixed",
            "UPPER",
            "ünï",
            "ÉCOLE",
            "日本語",
            "😀",
            "a.b",
            "x;y",
            "back\\slash",
            "per%cent",
            "que?ry",
            "1st",
            " lead",
            "tail ",
            "new\nline",
            "rowid",
            "oid",
            "_rowid_",
            "xmin",
            "ctid",
            "key",
            "value",
            "type",
            "date",
            "null",
            "true",
            "current_date",
            "a--b",
            "/*c*/",
            "$1",
            ":p",
            "{d}",
            "[e]",
            "`f`",
            "public",
            "dbsync",
            "main",
            "main.t",
            "t,u",
            "(g)",
            "abort",
            "without",
            "generated");

    private final Dice dice;
    private final List<String> left = new ArrayList<>(AWKWARD);
    private int plain;

    Names(Dice dice) {
        this.dice = dice;
    }

    /** A new one, in double quotes. */
    String next() {
        plain++;
        if (dice.chance(5)) {
            return quote(longName(63));
        }
        if (dice.chance(1)) {
            return quote(longName(64));
        }
        return quote(dice.chance(60) || left.isEmpty() ? "n" + plain : dice.take(left));
    }

    private String longName(int bytes) {
        String end = "é" + String.format(Locale.ROOT, "%03d", plain);
        return "l".repeat(bytes - 5) + end;
    }

    private static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
