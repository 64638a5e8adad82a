package io.github.dbsync.report;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dbsync.dialect.LedgerEntry;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.plan.Step;
import io.github.dbsync.plan.SyncPlan;
import io.github.dbsync.plan.TablePlan;
import io.github.dbsync.transfer.TableTransfer;
import io.github.dbsync.verify.TableVerdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** A report as JSON. Members are only ever added; {@code format} counts up should one have to change its meaning. */
final class ReportJson {

    private static final int FORMAT = 1;

    private ReportJson() {}

    static void write(SyncReport report, Path file) throws IOException {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
        new JsonMapper().writer(printer).writeValue(file.toFile(), of(report));
    }

    private static ObjectNode of(SyncReport report) {
        ObjectNode json = object();
        json.put("format", FORMAT);
        json.put("outcome", word(report.outcome()));
        json.put("started", report.started().toString());
        json.put("seconds", report.time().toMillis() / 1e3);
        json.put("source", report.source());
        json.put("target", report.target());
        json.set("findings", array(report.findings().stream(), ReportJson::problem));
        SyncPlan plan = report.plan();
        if (plan != null) {
            json.set("tables", array(plan.tables().stream(), table -> table(table, report)));
            json.set("ledger", array(plan.ledger().stream(), ReportJson::entry));
            json.set("steps", array(plan.steps().stream(), ReportJson::step));
        }
        json.put(
                "snapshot",
                report.snapshot() == null ? null : report.snapshot().script().toString());
        json.put(
                "snapshotSha256",
                report.snapshot() == null ? null : report.snapshot().manifest().sha256());
        json.set(
                "schemas",
                array(
                        report.schemas().entrySet().stream().sorted(Map.Entry.comparingByKey()),
                        schema -> object().put("dialect", schema.getKey()).put("fingerprint", schema.getValue())));
        json.put(
                "verify",
                report.verified() == null ? null : word(report.verified().mode()));
        json.set(
                "switched",
                array(
                        report.switched().stream(),
                        edit -> object().put("file", edit.path().toString())));
        json.set("failure", report.failure() == null ? null : problem(report.failure()));
        return json;
    }

    private static ObjectNode table(TablePlan plan, SyncReport report) {
        ObjectNode json = object().put("source", plan.source().name().toString())
                .put("target", plan.target().name().toString())
                .put("restored", plan.restored())
                .put("rows", plan.sourceRows())
                .put("targetRowsBefore", plan.targetRows());
        if (report.transferred() != null) {
            report.transferred().tables().stream()
                    .filter(table ->
                            table.plan().source().name().equals(plan.source().name()))
                    .forEach(table -> moved(json, table));
        }
        if (report.verified() != null) {
            report.verified().tables().stream()
                    .filter(table -> table.table().equals(plan.source().name()))
                    .map(TableVerdict::same)
                    .forEach(same -> json.put("same", same));
        }
        return json;
    }

    private static void moved(ObjectNode json, TableTransfer table) {
        json.put("bytes", table.bytes());
        json.put("seconds", table.time().toMillis() / 1e3);
        json.put("digest", table.digest().hex());
    }

    private static ObjectNode entry(LedgerEntry entry) {
        return object().put("kind", entry.kind())
                .put("name", entry.name())
                .put("fate", word(entry.fate()))
                .put("note", entry.note());
    }

    private static ObjectNode step(Step step) {
        if (step instanceof Step.Execute execute) {
            return object().put("reason", execute.statement().reason())
                    .put("sql", execute.statement().sql());
        }
        if (step instanceof Step.CopyRows rows) {
            return object().put("reason", "rows of " + rows.table().target().name());
        }
        throw new IllegalStateException("Unknown step " + step);
    }

    private static ObjectNode problem(Problem problem) {
        return object().put("code", problem.code().id())
                .put("severity", word(problem.severity()))
                .put("what", problem.what())
                .put("where", problem.where())
                .put("why", problem.why())
                .put("remedy", problem.remedy());
    }

    private static <T> ArrayNode array(Stream<T> values, Function<T, ObjectNode> json) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        values.map(json).forEach(array::add);
        return array;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
