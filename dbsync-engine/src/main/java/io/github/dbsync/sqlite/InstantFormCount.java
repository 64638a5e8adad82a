package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.InstantForm;
import io.github.dbsync.catalog.TemporalForm;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts the forms in which the instants of a column are kept. Not thread-safe. */
final class InstantFormCount {

    private static final int DIGITS_OF_MILLIS = 3;

    private final Map<InstantForm, Long> counts = new HashMap<>();
    private long all;

    void addMilliseconds() {
        all++;
        counts.merge(InstantForm.MILLISECONDS, 1L, Long::sum);
    }

    /** @param form the text's form, or null where no column has it as its own */
    void add(@Nullable TemporalForm form, long micros) {
        all++;
        if (form != null) {
            counts.merge(new InstantForm(ofColumn(form, micros)), 1L, Long::sum);
        }
    }

    void add(InstantFormCount others) {
        all += others.all;
        others.counts.forEach((form, count) -> counts.merge(form, count, Long::sum));
    }

    /** Digits of microseconds that a value needs are its own, and not its column's: they are written wherever they are needed. */
    private static TemporalForm ofColumn(TemporalForm form, long micros) {
        long tensOfLastDigit = switch (form.fractionDigits()) {
            case 4 -> 1000;
            case 5 -> 100;
            case 6 -> 10;
            default -> 1;
        };
        return micros % tensOfLastDigit == 0
                ? form
                : new TemporalForm(
                        form.date(), form.separator(), form.time(), form.seconds(), DIGITS_OF_MILLIS, form.suffix());
    }

    /** The form of most of them; of two that are equally frequent, always the same. */
    Optional<InstantForm> usual() {
        return counts.entrySet().stream()
                .max(Map.Entry.<InstantForm, Long>comparingByValue()
                        .thenComparing(entry -> entry.getKey().toString()))
                .map(Map.Entry::getKey);
    }

    /** How many are kept in another form than the usual one. */
    long unusual() {
        return all - usual().map(counts::get).orElse(0L);
    }
}
