package io.github.dbsync.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a contender's runs took.
 *
 * @param workload what was moved
 * @param contender who moved it
 * @param runs each run that came to its end, in their order; none where the contender fails
 */
record Result(Workload workload, Contender contender, List<Measurement> runs) {

    Result {
        runs = List.copyOf(runs);
    }

    boolean isFailure() {
        return runs.isEmpty();
    }

    double median(ToDoubleFunction<Measurement> figure) {
        double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    double least(ToDoubleFunction<Measurement> figure) {
        return runs.stream().mapToDouble(figure).min().orElseThrow();
    }

    double most(ToDoubleFunction<Measurement> figure) {
        return runs.stream().mapToDouble(figure).max().orElseThrow();
    }
}
