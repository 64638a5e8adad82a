package io.github.dbsync.maven;

import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBarConsumer;

/**
 * One line of a terminal, written again and again. The bar's own ways to a terminal are not taken: they go through JLine,
 * which puts the system's default in the place of Java's handling of Ctrl-C, and the process dies without giving up its work.
 */
final class TerminalLine implements ProgressBarConsumer {

    private static final int WIDTH = 79;

    private final PrintWriter terminal;

    TerminalLine(PrintWriter terminal) {
        this.terminal = terminal;
    }

    @Override
    public int getMaxRenderedLength() {
        return WIDTH;
    }

    @Override
    public void accept(String line) {
        String shown = line.length() > WIDTH ? line.substring(0, WIDTH) : line;
        terminal.print("\r" + shown + " ".repeat(WIDTH - shown.length()));
        terminal.flush();
    }

    @Override
    public void close() {
        terminal.print("\r" + " ".repeat(WIDTH) + "\r");
        terminal.flush();
    }
}
