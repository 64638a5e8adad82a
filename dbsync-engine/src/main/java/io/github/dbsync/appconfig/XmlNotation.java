package io.github.dbsync.appconfig;

/**
 * The value of an XML attribute (XML 1.0, 2.3 and 2.4). What is not ASCII is written as a character reference, which
 * means the same in every encoding.
 *
 * @param quote the quote that the value stands in
 */
record XmlNotation(char quote) implements Notation {

    @Override
    public String write(String value) {
        StringBuilder written = new StringBuilder();
        value.codePoints().forEach(character -> append(character, written));
        return written.toString();
    }

    private void append(int character, StringBuilder written) {
        if (character == '&') {
            written.append("&amp;");
        } else if (character == '<') {
            written.append("&lt;");
        } else if (character == quote) {
            written.append(quote == '"' ? "&quot;" : "&apos;");
        } else if (character < 0x20 || character > 0x7E) {
            written.append("&#x").append(Integer.toHexString(character)).append(';');
        } else {
            written.appendCodePoint(character);
        }
    }
}
