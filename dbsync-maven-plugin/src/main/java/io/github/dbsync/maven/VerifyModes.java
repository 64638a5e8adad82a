package io.github.dbsync.maven;

import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.verify.VerifyMode;
import java.util.Arrays;

/** The words of {@code dbsync.verify}. */
final class VerifyModes {

    private VerifyModes() {}

    static VerifyMode parse(String word) {
        return Arrays.stream(VerifyMode.values())
                .filter(mode -> mode.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new DbSyncException(Problem.refusal(
                        ProblemCode.PARAMETER_INVALID,
                        "dbsync.verify cannot be " + word + ".",
                        "-Ddbsync.verify",
                        "It is digest, count or none.",
                        "Leave it out, so that every value is proven: digest")));
    }
}
