package io.github.dbsync.appconfig;

/**
 * A stretch of a file.
 *
 * @param start offset of its first byte
 * @param end offset behind its last byte
 */
record Span(int start, int end) {

    Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("span: " + start + " to " + end);
        }
    }
}
