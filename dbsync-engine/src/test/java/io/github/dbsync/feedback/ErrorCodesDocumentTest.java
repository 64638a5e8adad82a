package io.github.dbsync.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A code that a user meets can be looked up, and what can be looked up exists. */
class ErrorCodesDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/error-codes.md");
    private static final Pattern HEADING = Pattern.compile("(?m)^### (.*)$");
    private static final Pattern SECTION = Pattern.compile("(?m)^### DBSYNC-.*\\R\\R(?:[^#\\s].*\\R)+");

    @Test
    void every_code_has_one_heading_in_the_order_of_the_enum() throws IOException {
        List<String> codes = Arrays.stream(ProblemCode.values())
                .map(code -> code.id() + " " + code.name())
                .toList();

        assertThat(headings()).containsExactlyElementsOf(codes);
    }

    @Test
    void every_code_has_a_remedy() throws IOException {
        List<String> sections =
                SECTION.matcher(document()).results().map(MatchResult::group).toList();

        assertThat(sections)
                .hasSize(ProblemCode.values().length)
                .allSatisfy(section -> assertThat(section).containsOnlyOnce("*Remedy:*"));
    }

    private static List<String> headings() throws IOException {
        return HEADING.matcher(document())
                .results()
                .map(heading -> heading.group(1))
                .toList();
    }

    private static String document() throws IOException {
        return Files.readString(DOCUMENT);
    }
}
