package io.github.dbsync.tag;

import io.github.dbsync.batch.Digester;
import io.github.dbsync.batch.TableDigest;
import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.git.GitWorkTree;
import io.github.dbsync.memory.Fingerprint;
import io.github.dbsync.plan.SyncPlan;
import io.github.dbsync.plan.TablePlan;
import io.github.dbsync.report.LastSync;
import io.github.dbsync.report.LastSync.SyncedTable;
import io.github.dbsync.tag.TagComparison.Schema;
import io.github.dbsync.tag.TagComparison.TaggedTable;
import java.nio.file.Path;
import java.util.List;

/** Compares a database with what a tag recorded. Nothing is changed. */
public final class TagVerifier {

    private final LastSync recorded;
    private final Source source;

    private TagVerifier(LastSync recorded, Source source) {
        this.recorded = recorded;
        this.source = source;
    }

    /**
     * Takes the digest of each table that was tagged.
     *
     * @param folder the project's folder
     * @param tag the tag's name
     * @param plan what a sync would do, which says what the values of the tables mean
     * @param source the database
     * @param database the database for people
     * @throws DbSyncException with {@code TAG_UNKNOWN} where there is no such tag of dbsync's
     */
    public static TagComparison compare(Path folder, String tag, SyncPlan plan, Source source, String database) {
        LastSync recorded = GitWorkTree.around(folder)
                .flatMap(tree -> tree.tags().message(tag))
                .flatMap(TagMessage::read)
                .map(TagMessage::sync)
                .orElseThrow(() -> new DbSyncException(unknown(tag)));
        TagVerifier verifier = new TagVerifier(recorded, source);
        return new TagComparison(tag, database, verifier.schema(), verifier.tables(plan), verifier.others(plan));
    }

    private Schema schema() {
        Catalog now = source.catalog();
        String then = recorded.schemas().get(now.dialect());
        return then == null ? Schema.NOT_RECORDED : then.equals(fingerprint(now)) ? Schema.SAME : Schema.DIFFERS;
    }

    private String fingerprint(Catalog now) {
        List<QualifiedName> tagged = now.tables().stream()
                .map(Table::name)
                .filter(name -> recorded.tables().stream().anyMatch(then -> isOf(then, name)))
                .toList();
        return Fingerprint.ofDefinitions(now.tables(), tagged);
    }

    private List<TaggedTable> tables(SyncPlan plan) {
        return recorded.tables().stream()
                .map(then -> new TaggedTable(
                        then,
                        plan.tables().stream()
                                .filter(table -> isOf(then, table))
                                .findFirst()
                                .map(this::digest)
                                .orElse(null)))
                .toList();
    }

    private List<String> others(SyncPlan plan) {
        return plan.tables().stream()
                .filter(table -> recorded.tables().stream().noneMatch(then -> isOf(then, table)))
                .map(table -> table.source().name().toString())
                .toList();
    }

    /** Whichever end was tagged as the source, and is the source now. */
    private static boolean isOf(SyncedTable then, TablePlan table) {
        return isOf(then, table.source().name());
    }

    private static boolean isOf(SyncedTable then, QualifiedName now) {
        String name = now.toString();
        return name.equals(then.source()) || name.equals(then.target());
    }

    private TableDigest digest(TablePlan table) {
        Digester digester = new Digester();
        source.read(table.readable(), digester::add);
        return digester.digest();
    }

    private static Problem unknown(String tag) {
        return Problem.refusal(
                ProblemCode.TAG_UNKNOWN,
                "There is no tag " + tag + " that records a sync.",
                "",
                "This repository has no such tag, or it was not made by the goal tag.",
                "git tag --list -n1 shows those that there are; git fetch --tags brings those of the remote");
    }
}
