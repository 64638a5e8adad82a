package io.github.dbsync.catalog;

/**
 * Text in which what PostgreSQL's text cannot hold is escaped, and can be told from all that is not. A text with a 0x00, or one
 * that could be taken for an escape, becomes {@code \t} and itself with {@code \0} for each 0x00 and two backslashes for each
 * one; all others stay as they are.
 *
 * @param everyClass whether integers and floating-point numbers are written as their digits and blobs as {@code \x} and
 *     hexadecimal digits; texts that look like one of them are escaped then, too
 */
public record EscapedText(boolean everyClass) implements StoredForm {}
