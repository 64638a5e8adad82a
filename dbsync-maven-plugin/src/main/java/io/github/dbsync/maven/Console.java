package io.github.dbsync.maven;

import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import org.apache.maven.execution.MavenSession;

/** Whether somebody sits before this build. */
final class Console {

    private Console() {}

    /** Not in batch mode, not in CI, and with a terminal: only then is a question answered rather than waited for. */
    static boolean isInteractive(MavenSession session) {
        return session.getRequest().isInteractiveMode() && !isContinuousIntegration(System.getenv()) && hasTerminal();
    }

    /** Every CI system sets {@code CI}. */
    static boolean isContinuousIntegration(Map<String, String> environment) {
        String value = environment.getOrDefault("CI", "");
        return !value.isEmpty() && !value.equalsIgnoreCase("false") && !value.equals("0");
    }

    /** A null is what Java 17 and 21 say; what later ones say is read by {@link #isTerminal}. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean hasTerminal() {
        java.io.Console console = System.console();
        return console != null && isTerminal(console);
    }

    /** Java 22 and later have a console without a terminal too, and a method that tells; earlier ones have neither. */
    private static boolean isTerminal(java.io.Console console) {
        try {
            return Boolean.TRUE.equals(
                    java.io.Console.class.getMethod("isTerminal").invoke(console));
        } catch (NoSuchMethodException beforeJava22) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
