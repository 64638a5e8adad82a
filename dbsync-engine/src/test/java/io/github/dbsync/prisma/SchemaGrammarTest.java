package io.github.dbsync.prisma;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of each probe of the grammar dbsync says what Prisma says. */
class SchemaGrammarTest {

    /** One probe: whether Prisma takes it, by the recorded verdicts. */
    private record Probe(String name, boolean accepted) {

        private static Probe of(String verdict) {
            String[] words = verdict.split("\\s+", 3);
            return new Probe(words[1], words[0].equals("OK"));
        }

        @Override
        public String toString() {
            return name + (accepted ? " is accepted" : " is refused");
        }
    }

    private static List<Probe> probes() throws IOException {
        return Files.readAllLines(Schemas.resource("grammar/RESULTS.txt")).stream()
                .map(Probe::of)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("probes")
    void the_verdict_is_that_of_prisma(Probe probe) throws IOException {
        ParsedSchema parsed = Schemas.parse("grammar/" + probe.name() + ".prisma");
        if (probe.accepted()) {
            assertThat(SchemaCheck.problems(parsed)).isEmpty();
        } else {
            assertThat(SchemaCheck.problems(parsed)).isNotEmpty();
        }
    }

    @Test
    void every_probe_has_a_verdict() throws IOException {
        try (var files = Files.list(Schemas.resource("grammar"))) {
            assertThat(files.map(Path::getFileName).map(Path::toString).filter(name -> name.endsWith(".prisma")))
                    .containsExactlyInAnyOrderElementsOf(probes().stream()
                            .map(probe -> probe.name() + ".prisma")
                            .toList());
        }
    }

    @Test
    void the_recorded_verdicts_are_those_of_the_real_prisma() throws IOException {
        assertThat(RealPrisma.verdicts(Schemas.resource("grammar")))
                .containsExactlyInAnyOrderElementsOf(probes().stream()
                        .map(probe -> (probe.accepted() ? "OK " : "FAIL ") + probe.name() + ".prisma")
                        .toList());
    }
}
