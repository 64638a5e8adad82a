package io.github.dbsync.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An array of one dimension as PostgreSQL prints it (docs, "Arrays", 8.15.6), from its members' own texts and back.
 *
 * @param members the members, in their order; null for one that is null
 */
record ArrayLiteral(List<@Nullable String> members) {

    private static final String SPECIAL = "\"\\{}, \t\n\r\u000B\f";

    /** Reads what PostgreSQL printed; null for an array of several dimensions, or one that does not begin at 1. */
    static @Nullable ArrayLiteral parse(String printed) {
        boolean plain = printed.startsWith("{") && printed.endsWith("}") && !printed.startsWith("{{");
        return plain ? new Parser(printed).array() : null;
    }

    /** As PostgreSQL prints it. */
    String printed() {
        return members.stream().map(ArrayLiteral::printed).collect(Collectors.joining(",", "{", "}"));
    }

    private static String printed(@Nullable String member) {
        if (member == null) {
            return "NULL";
        }
        boolean quoted = member.isEmpty()
                || member.equalsIgnoreCase("NULL")
                || member.chars().anyMatch(character -> SPECIAL.indexOf(character) >= 0);
        return quoted ? '"' + member.replace("\\", "\\\\").replace("\"", "\\\"") + '"' : member;
    }

    /** Goes through the members of a literal once. */
    private static final class Parser {

        private final String printed;
        private int at = 1;

        private Parser(String printed) {
            this.printed = printed;
        }

        private ArrayLiteral array() {
            List<@Nullable String> members = new ArrayList<>();
            while (at < printed.length() - 1) {
                members.add(printed.charAt(at) == '"' ? quoted() : plain());
                at++;
            }
            return new ArrayLiteral(members);
        }

        private @Nullable String plain() {
            int start = at;
            while (printed.charAt(at) != ',' && at < printed.length() - 1) {
                at++;
            }
            String member = printed.substring(start, at);
            return member.equals("NULL") ? null : member;
        }

        private String quoted() {
            StringBuilder member = new StringBuilder();
            for (at++; printed.charAt(at) != '"'; at++) {
                at += printed.charAt(at) == '\\' ? 1 : 0;
                member.append(printed.charAt(at));
            }
            at++;
            return member.toString();
        }
    }
}
