package io.github.dbsync.proposal;

import io.github.dbsync.appconfig.FileEdit;
import io.github.dbsync.appconfig.Origin;
import io.github.dbsync.dialect.LedgerEntry;
import io.github.dbsync.dialect.LedgerEntry.Fate;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.TextTable;
import io.github.dbsync.plan.SchemaOwner;
import io.github.dbsync.plan.TablePlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says a proposal in words: both ends, every table with its rows on both sides, what is not carried over, every finding. */
final class ProposalText {

    private final Proposal proposal;

    ProposalText(Proposal proposal) {
        this.proposal = proposal;
    }

    @Override
    public String toString() {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(end("from  ", proposal.source(), proposal.sourceOrigin()) + "\n"
                + end("to    ", proposal.target(), proposal.targetOrigin())
                + "\nschema: " + proposal.plan().owner().map(SchemaOwner::shown).orElse("made from the source's"));
        paragraphs.add(tables());
        paragraphs.add(ledger());
        notTranslated().ifPresent(paragraphs::add);
        switched().ifPresent(paragraphs::add);
        proposal.findings().stream().map(Problem::text).forEach(paragraphs::add);
        paragraphs.add(conclusion());
        return String.join("\n\n", paragraphs);
    }

    private static String end(String direction, String end, Origin origin) {
        return direction + end + "\n      (" + origin.where() + ")";
    }

    private String tables() {
        TextTable table = new TextTable("table", "rows", "rows at the target now", "");
        for (TablePlan plan : proposal.plan().tables()) {
            table.add(
                    plan.source().name(), plan.sourceRows(), rowsNow(plan), plan.overwritesRows() ? "overwritten" : "");
        }
        return table.toString();
    }

    private static String rowsNow(TablePlan plan) {
        return plan.targetRows() == null ? "-" : plan.targetRows().toString();
    }

    private String ledger() {
        return "ledger: "
                + Arrays.stream(Fate.values())
                        .map(this::count)
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(", "));
    }

    private Optional<String> count(Fate fate) {
        long count = proposal.plan().ledger().stream()
                .filter(entry -> entry.fate() == fate)
                .count();
        return count == 0 ? Optional.empty() : Optional.of(count + " " + word(fate));
    }

    private static String word(Fate fate) {
        return fate.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private Optional<String> notTranslated() {
        List<String> lines = proposal.plan().ledger().stream()
                .filter(entry -> entry.fate() == Fate.REMEMBERED || entry.fate() == Fate.LEFT_BEHIND)
                .map(ProposalText::line)
                .toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(
                        "\n",
                        Stream.concat(Stream.of("not carried over with the same meaning:"), lines.stream())
                                .toList()));
    }

    private Optional<String> switched() {
        List<FileEdit> edits = proposal.switching().edits();
        return edits.isEmpty()
                ? Optional.empty()
                : Optional.of("afterwards these files are made to name the target:\n"
                        + edits.stream().map(edit -> "  " + edit).collect(Collectors.joining("\n")));
    }

    private static String line(LedgerEntry entry) {
        String fate = entry.fate() == Fate.REMEMBERED ? "remembered for the way back" : "stays with the source only";
        return "  " + entry.kind() + " " + entry.name() + ": " + fate
                + (entry.note().isEmpty() ? "" : " (" + entry.note() + ")");
    }

    private String conclusion() {
        long refusals = proposal.plan().refusals().size();
        if (refusals > 0) {
            return refusals + " finding(s) above stop the sync. Nothing was changed.";
        }
        Protection protection = proposal.protection();
        return protection == null
                ? consequence()
                : consequence() + "\nBefore, its name must be typed, because " + protection.reason() + ": "
                        + protection.flag();
    }

    private String consequence() {
        return proposal.overwrites()
                ? "The target will be overwritten where it says so above."
                : "Nothing at the target will be overwritten.";
    }
}
