package io.github.dbsync.rules;

import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be wrong with rules. */
final class RuleProblems {

    private static final String WORDS = Stream.of(Word.values()).map(Word::text).collect(Collectors.joining(", "));

    private RuleProblems() {}

    static DbSyncException unknownWord(Setting setting) {
        return invalid(
                "A rule has the word " + setting.word() + ", which no rule knows.",
                setting.where(),
                "A rule is made of the words " + WORDS + ".",
                "Correct the word, or take it out");
    }

    static DbSyncException twice(Setting setting) {
        return invalid(
                "A rule has the word " + setting.word() + " twice.",
                setting.where(),
                "It can say only one of them.",
                "Take one of them out");
    }

    static DbSyncException unknownValue(Setting setting, String known) {
        return invalid(
                "A rule says " + setting.word() + ": " + setting.value() + ", which is not understood.",
                setting.where(),
                "It takes one of these: " + known + ".",
                "Correct it to one of them");
    }

    static DbSyncException withoutColumn(String where) {
        return invalid(
                "A rule does not say which column it is for.",
                where,
                "Each rule needs the word column.",
                "Add column: <table>.<column>; * stands for any characters");
    }

    static DbSyncException empty(Setting column) {
        return invalid(
                "The rule for " + column.value() + " says nothing.",
                column.where(),
                "It has the word column only.",
                "Add what is to be said of the column, such as type: text, or take the rule out");
    }

    static DbSyncException halfABoolean(Setting setting) {
        return invalid(
                "A rule says which words are true or false, but not both.",
                setting.where(),
                "A boolean column needs words for both.",
                "Give at least one word each with true: and false:");
    }

    static DbSyncException notTogether(Setting one, Setting two) {
        return invalid(
                "A column cannot have " + one.word() + ": " + one.value() + " and " + two.word() + ": " + two.value()
                        + ".",
                one.where() + "; " + two.where(),
                "The one leaves no room for the other.",
                "Take one of them out");
    }

    static DbSyncException contradiction(String column, Setting one, Setting two) {
        return invalid(
                "Two rules contradict each other in the " + one.word() + " of " + column + ".",
                one.where() + "; " + two.where(),
                "The one says " + one.value() + ", the other " + two.value()
                        + ", and both name the column, or both have * in their pattern.",
                "Take one of them out, or give the column a rule that names it: that one wins");
    }

    static DbSyncException invalid(String what, String where, String why, String remedy) {
        return new DbSyncException(Problem.refusal(ProblemCode.RULE_INVALID, what, where, why, remedy));
    }

    static Problem withoutEffect(String column, String where, String why) {
        return Problem.warning(
                ProblemCode.RULE_WITHOUT_EFFECT,
                "The rule for " + column + " has no effect.",
                where,
                why,
                "Nothing needs to be done; or take the rule out");
    }

    static Problem matchesNothing(Rule rule) {
        return Problem.warning(
                ProblemCode.RULE_WITHOUT_EFFECT,
                "The rule for " + rule.column() + " matches no column.",
                rule.where(),
                "Its pattern is <table>.<column> in the very letters that SQLite has for them; * stands for any characters.",
                "Correct the pattern, or take the rule out");
    }
}
