package io.github.dbsync.maven;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;

/** Whether somebody sits before this build. */
final class Terminal {

    private Terminal() {}

    /** The terminal, where there is one, outside of batch mode and CI: only there a question is ever answered. */
    static Optional<Console> lookup(MavenSession session) {
        boolean answered = session.getRequest().isInteractiveMode() && !isContinuousIntegration(System.getenv());
        return answered ? console() : Optional.empty();
    }

    /** Every CI system sets {@code CI}. */
    static boolean isContinuousIntegration(Map<String, String> environment) {
        String value = environment.getOrDefault("CI", "");
        return !value.isEmpty() && !value.equalsIgnoreCase("false") && !value.equals("0");
    }

    /** A null is what Java 17 and 21 say; what later ones say is read by {@link #isTerminal}. */
    @SuppressWarnings("SystemConsoleNull")
    private static Optional<Console> console() {
        return Optional.ofNullable(System.console()).filter(Terminal::isTerminal);
    }

    /** Java 22 and later have a console without a terminal too, and a method that tells; earlier ones have neither. */
    private static boolean isTerminal(Console console) {
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (NoSuchMethodException beforeJava22) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
