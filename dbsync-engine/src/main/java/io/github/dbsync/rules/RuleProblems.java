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
                "A rule does not say which column or table it is for.",
                where,
                "Each rule needs the word column, or table.",
                "Add column: <table>.<column>, where * stands for any characters; or table: <table>");
    }

    static DbSyncException empty(Setting column) {
        return invalid(
                "The rule for " + column.value() + " says nothing.",
                column.where(),
                "It has the word column only.",
                "Add what is to be said of the column, such as type: text, or take the rule out");
    }

    static DbSyncException columnRenamed(Setting column) {
        return invalid(
                "The rule for " + column.value() + " gives a column another name.",
                column.where(),
                "A rule can give a table another name, and a column keeps its own.",
                "Take the word rename out, and rename the column at the source");
    }

    static DbSyncException notOfATable(Setting setting) {
        return invalid(
                "A rule for a table has the word " + setting.word() + ".",
                setting.where(),
                "Of a table, only another name can be said: with the words table and rename.",
                "Take the word out, or write it into a rule of its own that has the word column and not table");
    }

    static DbSyncException patternOfTables(Setting table) {
        return invalid(
                "A rule gives another name to all tables called " + table.value() + ".",
                table.where(),
                "Only one table can have that name.",
                "Write a rule for each table, without *");
    }

    static DbSyncException withoutName(Setting table) {
        return invalid(
                "The rule for table " + table.value() + " says nothing.",
                table.where(),
                "It gives no name.",
                "Add rename: <the table's name on the other side>, or take the rule out");
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

    static DbSyncException twoNames(TableRule one, TableRule two) {
        return invalid(
                "Two rules give table " + one.table() + " different names.",
                one.where() + "; " + two.where(),
                "The one says " + one.name() + ", the other " + two.name() + ".",
                "Take one of them out");
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

    static Problem namesNoTable(TableRule rule) {
        return Problem.warning(
                ProblemCode.RULE_WITHOUT_EFFECT,
                "The rule for table " + rule.table() + " names no table.",
                rule.where(),
                "The source has no table and no view of that name in these very letters.",
                "Correct the name, or take the rule out");
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
