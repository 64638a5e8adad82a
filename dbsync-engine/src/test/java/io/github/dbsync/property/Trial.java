package io.github.dbsync.property;

import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.ProblemCode;
import java.util.Arrays;
import java.util.List;

/** Tries samples: each must come back the same, or be refused by name on the way out. */
final class Trial {

    private final RoundTrip trip;

    Trial(RoundTrip trip) {
        this.trip = trip;
    }

    Verdict of(Sample sample) {
        try {
            trip.make(sample);
            trip.out();
        } catch (DbSyncException refused) {
            return refusal(refused);
        } catch (Exception | AssertionError failure) {
            return broken("out: " + failure.getClass().getName(), failure);
        }
        return wayBack();
    }

    private Verdict refusal(DbSyncException refused) {
        ProblemCode code = refused.problem().code();
        return trip.refusals().contains(code) && refused.problem().refuses()
                ? new Verdict(Verdict.Kind.REFUSED, code.id(), refused.problem().text())
                : broken("out: " + code.id(), refused);
    }

    private Verdict wayBack() {
        try {
            trip.back();
            return compared(trip.differences());
        } catch (DbSyncException refused) {
            return broken("back: " + refused.problem().code().id(), refused);
        } catch (Exception | AssertionError failure) {
            return broken("back: " + failure.getClass().getName(), failure);
        }
    }

    private static Verdict compared(List<String> differences) {
        if (differences.isEmpty()) {
            return Verdict.CLOSED;
        }
        String kind = differences.get(0).substring(0, differences.get(0).indexOf(':'));
        return new Verdict(Verdict.Kind.BROKEN, "differs: " + kind, String.join("\n", differences));
    }

    private static Verdict broken(String kind, Throwable failure) {
        StringBuilder text = new StringBuilder(failure.toString());
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            text.append("\ncaused by ").append(cause);
        }
        Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("io.github.dbsync"))
                .limit(10)
                .forEach(frame -> text.append("\n\tat ").append(frame));
        return new Verdict(Verdict.Kind.BROKEN, kind, text.toString());
    }
}
