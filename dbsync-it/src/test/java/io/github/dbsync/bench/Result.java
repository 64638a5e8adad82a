package io.github.dbsync.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a contender's runs took.
 *
 * @param workload what was moved
 * @param contender who moved it
 * @param runs each run, in their order; none where one of them failed
 */
record Result(Workload workload, Contender contender, List<Measurement> runs) {

    Result {
        runs = List.copyOf(runs);
    }

    boolean isFailure() {
        return runs.isEmpty();
    }

    /** Not a number where the contender fails. */
    double median(ToDoubleFunction<Measurement> figure) {
        if (isFailure()) {
            return Double.NaN;
        }
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
