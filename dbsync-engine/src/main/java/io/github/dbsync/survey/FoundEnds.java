package io.github.dbsync.survey;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.appconfig.Ends;
import io.github.dbsync.appconfig.EndsFinder;
import io.github.dbsync.appconfig.EndsRequest;
import io.github.dbsync.appconfig.FileEdits;
import io.github.dbsync.feedback.Problem;
import java.util.List;
import java.util.stream.Stream;

/**
 * The ends, and what looking for them brought up.
 *
 * @param ends where the data is and where it goes; nothing is connected yet
 * @param recovered what an earlier run had left half done and was finished now
 */
public record FoundEnds(Ends ends, List<Problem> recovered) {

    public FoundEnds {
        requireNonNull(ends, "ends");
        recovered = List.copyOf(recovered);
    }

    /** Finds the ends, after what an earlier run left half done was undone or finished. */
    public static FoundEnds find(EndsRequest request) {
        List<Problem> recovered = FileEdits.recover(request.folder());
        return new FoundEnds(EndsFinder.find(request), recovered);
    }

    public List<Problem> findings() {
        return Stream.concat(recovered.stream(), ends.findings().stream()).toList();
    }
}
