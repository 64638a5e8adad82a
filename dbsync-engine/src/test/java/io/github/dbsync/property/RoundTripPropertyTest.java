package io.github.dbsync.property;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dbsync.embedded.PostgresServers;
import io.github.dbsync.endpoint.PostgresDatabase;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever database chance thinks up comes back the same, or is refused by name before the first write. {@code
 * -Ddbsync.property.seed} begins elsewhere, {@code -Ddbsync.property.cases} tries more, {@code -Ddbsync.property.judges=true}
 * asks the outside judges too.
 */
class RoundTripPropertyTest {

    private static final long SEED = Long.getLong("dbsync.property.seed", 3);
    private static final int CASES = Integer.getInteger("dbsync.property.cases", 25);
    private static final boolean JUDGED = Boolean.getBoolean("dbsync.property.judges");
    private static final int SHRINKING_TRIES = 400;

    @TempDir
    private Path folder;

    @Test
    void sqlite_comes_back() {
        PostgresDatabase database = PostgresServers.major(15).createDatabase();
        check(new SqliteRoundTrip(folder, database, JUDGED), SqliteSamples::of);
    }

    @Test
    void postgresql_comes_back() {
        PostgresDatabase original = PostgresServers.major(15).createDatabase();
        PostgresDatabase back = PostgresServers.major(15).createDatabase();
        check(new PostgresRoundTrip(folder, original, back, JUDGED), PostgresSamples::of);
    }

    private static void check(RoundTrip trip, LongFunction<Sample> samples) {
        Trial trial = new Trial(trip);
        Map<Verdict.Kind, Integer> counts = new EnumMap<>(Verdict.Kind.class);
        Map<String, String> failures = new TreeMap<>();
        for (long seed = SEED; seed < SEED + CASES; seed++) {
            Sample sample = samples.apply(seed);
            Verdict verdict = trial.of(sample);
            counts.merge(verdict.kind(), 1, Integer::sum);
            if (verdict.kind() == Verdict.Kind.BROKEN && !failures.containsKey(verdict.cause())) {
                failures.put(verdict.cause(), "seed " + seed + "\n" + shrunk(trip, trial, sample, verdict));
            }
        }
        assertThat(failures).isEmpty();
        assertThat(counts.getOrDefault(Verdict.Kind.CLOSED, 0))
                .as("round trips that closed, so that the generator shows something; all of them: %s", counts)
                .isGreaterThanOrEqualTo(CASES / 3);
    }

    private static String shrunk(RoundTrip trip, Trial trial, Sample sample, Verdict verdict) {
        Sample smallest = new Shrinker(smaller -> trial.of(smaller).isLike(verdict), SHRINKING_TRIES).shrink(sample);
        String text = trial.of(smallest).text();
        return script(trip, smallest) + "\n" + text;
    }

    private static String script(RoundTrip trip, Sample sample) {
        try {
            return String.join(";\n", trip.make(sample));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
