package io.github.dbsync.seed;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.QuoteMode;

/**
 * Reads CSV by RFC 4180: the first line has the names of columns, each other record is a row. An empty field is null, and
 * {@code ""} is the empty text.
 */
final class CsvReader {

    /** The quote mode says that null is what is empty and not quoted (Commons CSV, CSVParser). */
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setQuoteMode(QuoteMode.ALL_NON_NULL)
            .setIgnoreEmptyLines(true)
            .get();

    private final String file;
    private final String table;
    private final List<SeedRow> rows = new ArrayList<>();
    private List<String> columns = List.of();

    private CsvReader(String file, String table) {
        this.file = file;
        this.table = table;
    }

    static SeedFile read(String file, String table, String text) {
        CsvReader reader = new CsvReader(file, table);
        reader.read(text.startsWith("\uFEFF") ? text.substring(1) : text);
        return new SeedFile.Rows(file, reader.rows);
    }

    private void read(String text) {
        long line = 1;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
            for (CSVRecord record : parser) {
                add(record, file + ", line " + line);
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (IOException | UncheckedIOException malformed) {
            throw SeedProblems.malformed(
                    file + ", line " + line, "Quotes are not closed, or something stands behind a closing quote.");
        }
    }

    private void add(CSVRecord record, String where) {
        List<String> fields = record.stream().toList();
        if (columns.isEmpty()) {
            columns = fields;
            checkHeader(where);
        } else if (fields.size() != columns.size()) {
            throw SeedProblems.malformed(
                    where, "The record has " + fields.size() + " fields, and the first line " + columns.size() + ".");
        } else {
            rows.add(new SeedRow(table, null, values(fields, where), where));
        }
    }

    private void checkHeader(String where) {
        if (columns.contains(null) || new HashSet<>(columns).size() < columns.size()) {
            throw SeedProblems.malformed(where, "The first line has the names of columns, each once.");
        }
    }

    private Map<String, SeedValue> values(List<String> fields, String where) {
        Map<String, SeedValue> values = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            String field = fields.get(i);
            values.put(columns.get(i), field == null ? new SeedValue.Null(where) : new SeedValue.Text(field, where));
        }
        return values;
    }
}
