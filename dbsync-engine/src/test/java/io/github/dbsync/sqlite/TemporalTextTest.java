package io.github.dbsync.sqlite;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dbsync.catalog.TemporalForm;
import io.github.dbsync.sqlite.file.ByteSlice;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates and times as text, there and back. */
@Tag("locale")
class TemporalTextTest {

    private static final TemporalForm SECONDS = new TemporalForm(true, "T", true, true, 0, "Z");

    private final TemporalParser parser = new TemporalParser();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-02-29",
                "0000-01-01",
                "2024-02-29 23:59",
                "2024-02-29T23:59:59Z",
                "2024-02-29 23:59:59.1",
                "2024-02-29 23:59:59.123456+00:00",
                "2024-02-29 23:59:59.000+00",
                "1999-12-31 00:00:00.500"
            })
    void a_form_writes_the_same_characters_again(String text) {
        assertThat(parser.parse(ByteSlice.of(text.getBytes(US_ASCII)))).isTrue();
        TemporalForm form = parser.form();
        long micros = parser.days() * TemporalParser.MICROS_PER_DAY + parser.microsOfDay();

        assertThat(new TemporalPrinter(form, true).timestamp(micros)).isEqualTo(text);
        assertThat(parser.isIn(form)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2024",
                "2024-1-1",
                "2024-13-01",
                "2023-02-29",
                "2024-01-01 ",
                "2024-01-01 25:00",
                "2024-01-01 00:60",
                "2024-01-01 00:00:61",
                "2024-01-01 00:00:00.",
                "2024-01-01 00:00:00.1234567",
                "2024-01-01x00:00",
                "12:3",
                "24:00:01",
                "2024-01-01 00:00:00 AD",
                "0000-01-01 BC",
                "2024-01-01 00:00:00+1",
                "Infinity",
                "now",
                "12345678-01-01"
            })
    void what_is_no_date_or_time_is_refused(String text) {
        assertThat(parser.parse(ByteSlice.of(text.getBytes(US_ASCII)))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "0,               2000-01-01T00:00:00Z",
        "500000,          2000-01-01T00:00:00.5Z",
        "252455616000000000, 10000-01-01T00:00:00Z",
    })
    void a_value_beyond_the_form_is_not_cut(long micros, String text) {
        assertThat(new TemporalPrinter(SECONDS, true).timestamp(micros)).isEqualTo(text);
        assertThat(parser.parse(ByteSlice.of(text.getBytes(US_ASCII)))).isTrue();
        assertThat(parser.days() * TemporalParser.MICROS_PER_DAY + parser.microsOfDay())
                .isEqualTo(micros);
    }

    @Test
    void the_calendar_is_that_of_java_time() {
        LocalDate epoch = LocalDate.of(2000, 1, 1);
        for (long days = -1_000_000; days < 1_000_000; days += 97) {
            LocalDate date = epoch.plusDays(days);
            CalendarDays.YearMonthDay here = CalendarDays.dateOf(days);
            assertThat(LocalDate.of((int) here.year(), here.month(), here.day()))
                    .isEqualTo(date);
            assertThat(CalendarDays.of(date.getYear(), date.getMonthValue(), date.getDayOfMonth()))
                    .isEqualTo(ChronoUnit.DAYS.between(epoch, date));
        }
    }
}
