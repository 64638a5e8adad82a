package io.github.dbsync.maven;

import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** The one place where what went wrong becomes what Maven prints. */
final class Failures {

    /** The password of a URL, and that of a {@code key=value} list. */
    private static final Pattern URL_PASSWORD = Pattern.compile("(://[^:/@\\s]*:)[^@\\s]*(@)");

    private static final Pattern NAMED_PASSWORD =
            Pattern.compile("((?:password|passwd|pwd)\\s*[=:]\\s*)[^\\s&;,]+", Pattern.CASE_INSENSITIVE);

    private final Log log;

    Failures(Log log) {
        this.log = log;
    }

    /**
     * Throws what is the user's to put right as a failure of the build, and what is dbsync's as an error: with the problem's
     * own text and nothing else. What a programmer wants to know is printed with {@code -X} only.
     *
     * @return never; to be thrown, so that the compiler knows that
     */
    RuntimeException raise(RuntimeException failure) throws MojoFailureException, MojoExecutionException {
        log.debug(masked(stackTrace(failure)));
        if (failure instanceof DbSyncException known) {
            throw new MojoFailureException(known.problem().text());
        }
        throw new MojoExecutionException(unexpected(failure).text());
    }

    private static Problem unexpected(RuntimeException failure) {
        return Problem.refusal(
                ProblemCode.UNEXPECTED,
                "Something happened that dbsync does not know.",
                "",
                masked(failure.toString()),
                "Run again with -X and report what it prints to the dbsync project.");
    }

    /** A text without the passwords in it. */
    static String masked(String text) {
        String withoutUrls = URL_PASSWORD.matcher(text).replaceAll("$1***$2");
        return NAMED_PASSWORD.matcher(withoutUrls).replaceAll("$1***");
    }

    private static String stackTrace(RuntimeException failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
