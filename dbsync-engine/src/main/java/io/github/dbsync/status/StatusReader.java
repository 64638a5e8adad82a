package io.github.dbsync.status;

import io.github.dbsync.appconfig.Ends;
import io.github.dbsync.appconfig.Origin;
import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.endpoint.Endpoint;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.plan.Naming;
import io.github.dbsync.report.LastSync;
import io.github.dbsync.status.Status.TableStatus;
import io.github.dbsync.survey.Dialects;
import io.github.dbsync.survey.FoundEnds;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Looks at both ends, each in one snapshot, and changes neither. An end that is not reached is no failure here. */
public final class StatusReader {

    private final Dialects dialects;

    public StatusReader(Dialects dialects) {
        this.dialects = dialects;
    }

    public Status read(FoundEnds found, Optional<LastSync> lastSync) {
        Ends ends = found.ends();
        EndStatus source = read(ends.source(), ends.sourceOrigin());
        EndStatus target = read(ends.target(), ends.targetOrigin());
        Naming naming = new Naming(Dialects.homeSchema(ends.source()), Dialects.homeSchema(ends.target()));
        return new Status(
                ends.application().describeProvider().orElse(null),
                source,
                target,
                tables(source.rows(), target.rows(), naming),
                lastSync,
                found.findings());
    }

    private EndStatus read(Endpoint endpoint, Origin origin) {
        try (Source source = dialects.source(endpoint)) {
            Catalog catalog = source.catalog();
            Map<QualifiedName, Long> rows =
                    catalog.tables().stream().collect(Collectors.toMap(Table::name, source::countRows));
            return new EndStatus(endpoint.describe(), origin.where(), catalog.version(), rows, null);
        } catch (DbSyncException notReached) {
            return new EndStatus(endpoint.describe(), origin.where(), null, Map.of(), notReached.problem());
        }
    }

    private static List<TableStatus> tables(
            Map<QualifiedName, Long> source, Map<QualifiedName, Long> target, Naming naming) {
        Map<String, Long> sourceRows = source.entrySet().stream()
                .collect(Collectors.toMap(rows -> naming.apply(rows.getKey()).toString(), Map.Entry::getValue));
        Map<String, Long> targetRows = target.entrySet().stream()
                .collect(Collectors.toMap(rows -> rows.getKey().toString(), Map.Entry::getValue));
        TreeSet<String> names = new TreeSet<>(sourceRows.keySet());
        names.addAll(targetRows.keySet());
        return names.stream()
                .map(name -> new TableStatus(name, sourceRows.get(name), targetRows.get(name)))
                .toList();
    }
}
