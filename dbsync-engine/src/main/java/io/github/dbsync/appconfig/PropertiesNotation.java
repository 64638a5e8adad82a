package io.github.dbsync.appconfig;

/**
 * A value of a .properties file (Java SE API, {@code Properties.load}). What is not ASCII is written as a Unicode escape,
 * which means the same whatever encoding the file's reader expects.
 *
 * @param escapesSeparators whether colons and equals signs are written with a backslash, as {@code Properties.store} does
 */
record PropertiesNotation(boolean escapesSeparators) implements Notation {

    @Override
    public String write(String value) {
        StringBuilder written = new StringBuilder();
        value.chars().forEach(character -> append((char) character, written));
        return written.toString();
    }

    private void append(char character, StringBuilder written) {
        switch (character) {
            case '\\' -> written.append("\\\\");
            case '\n' -> written.append("\\n");
            case '\r' -> written.append("\\r");
            case '\t' -> written.append("\\t");
            case '\f' -> written.append("\\f");
            case ' ' -> written.append(written.isEmpty() ? "\\ " : " ");
            case ':', '=' -> written.append(escapesSeparators ? "\\" : "").append(character);
            default -> appendPlain(character, written);
        }
    }

    private static void appendPlain(char character, StringBuilder written) {
        if (character < 0x20 || character > 0x7E) {
            written.append("\\u").append(hexadecimal(character));
        } else {
            written.append(character);
        }
    }

    private static String hexadecimal(char character) {
        return Integer.toHexString(0x10000 | character).substring(1);
    }
}
