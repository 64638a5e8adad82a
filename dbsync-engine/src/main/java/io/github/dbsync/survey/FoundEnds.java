package io.github.dbsync.survey;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.appconfig.Ends;
import io.github.dbsync.appconfig.EndsFinder;
import io.github.dbsync.appconfig.EndsRequest;
import io.github.dbsync.appconfig.FileEdits;
import io.github.dbsync.appconfig.Found;
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

    /** Finds the source alone, after what an earlier run left half done was undone or finished. */
    public static Found findSource(EndsRequest request) {
        List<Problem> recovered = FileEdits.recover(request.folder());
        Found source = EndsFinder.findSource(request);
        List<Problem> findings =
                Stream.concat(recovered.stream(), source.findings().stream()).toList();
        return new Found(source.endpoint(), source.origin(), findings);
    }

    /** The same with other ends. */
    public FoundEnds with(Ends newEnds) {
        return new FoundEnds(newEnds, recovered);
    }

    /** The same with more that is worth knowing. */
    public FoundEnds and(List<Problem> more) {
        return new FoundEnds(
                ends, Stream.concat(recovered.stream(), more.stream()).toList());
    }

    public List<Problem> findings() {
        return Stream.concat(recovered.stream(), ends.findings().stream()).toList();
    }
}
