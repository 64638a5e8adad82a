package io.github.dbsync;

import io.github.dbsync.appconfig.Found;
import io.github.dbsync.dialect.LiveTarget;
import io.github.dbsync.endpoint.EmbeddedPostgres;
import io.github.dbsync.endpoint.Endpoint;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.feedback.Progress;
import io.github.dbsync.proposal.Protection;
import io.github.dbsync.seed.SeedProposal;
import io.github.dbsync.seed.SeedReport;
import io.github.dbsync.seed.SeedRequest;
import io.github.dbsync.seed.Seeder;
import io.github.dbsync.survey.Dialects;
import io.github.dbsync.survey.FoundEnds;
import java.util.List;

/** The flow of a seed: find the database, plan, confirm, write, commit. A dry run leaves it before the commit. */
final class SeedRun {

    private final Confirmation confirmation;
    private final Progress progress;
    private final Dialects dialects;

    SeedRun(Confirmation confirmation, Progress progress, Dialects dialects) {
        this.confirmation = confirmation;
        this.progress = progress;
        this.dialects = dialects;
    }

    SeedReport run(SeedRequest request) {
        progress.stage("ends");
        Found found = FoundEnds.findSource(request.ends());
        Endpoint database = dialects.running(found.endpoint());
        try (LiveTarget target = dialects.liveTarget(database)) {
            Seeder seeder = new Seeder(request, target, Dialects.of(database), Dialects.homeSchema(database));
            progress.stage("plan");
            SeedProposal proposal = propose(found, database, seeder);
            confirmation.show(proposal);
            refuse(proposal.plan().problems());
            if (!request.dryRun()) {
                confirm(proposal);
            }
            write(proposal, seeder);
            if (!request.dryRun()) {
                target.commit();
            }
            return new SeedReport(proposal.target(), proposal.plan(), request.dryRun());
        }
    }

    private static SeedProposal propose(Found found, Endpoint database, Seeder seeder) {
        return new SeedProposal(
                database.describe(),
                found.endpoint() instanceof EmbeddedPostgres,
                Protection.of(database, found.origin()).orElse(null),
                seeder.plan(),
                found.findings());
    }

    private void write(SeedProposal proposal, Seeder seeder) {
        progress.stage("transfer");
        List<Problem> refused = seeder.write(proposal.plan());
        if (!refused.isEmpty()) {
            confirmation.show(proposal.withProblems(refused));
        }
        refuse(refused);
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new DbSyncException(problems.get(0));
        }
    }

    private void confirm(SeedProposal proposal) {
        Protection protection = proposal.protection();
        if (protection != null && proposal.plan().writes()) {
            protection.check(confirmation.typedName(protection));
        } else if (proposal.plan().overwrites() && !confirmation.agree(proposal)) {
            throw new DbSyncException(
                    Problem.refusal(
                            ProblemCode.NOT_CONFIRMED,
                            "Rows that are there would get other values, and nobody agreed to that.",
                            proposal.target(),
                            "Each has the key of a row in the files and other values than it, as counted above.",
                            "Add -Ddbsync.yes to overwrite them without a question, or run Maven in a terminal without -B to be asked"));
        }
    }
}
