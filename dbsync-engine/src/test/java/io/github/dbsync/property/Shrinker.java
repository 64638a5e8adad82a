package io.github.dbsync.property;

import java.util.Iterator;
import java.util.Optional;
import java.util.function.Predicate;

/** Makes a failing sample smaller as long as it fails in the same way. */
final class Shrinker {

    private final Predicate<Sample> fails;
    private int triesLeft;

    /**
     * @param tries how many smaller samples are tried at most
     */
    Shrinker(Predicate<Sample> fails, int tries) {
        this.fails = fails;
        this.triesLeft = tries;
    }

    Sample shrink(Sample sample) {
        Sample smallest = sample;
        Optional<Sample> smaller = smaller(smallest);
        while (smaller.isPresent()) {
            smallest = smaller.get();
            smaller = smaller(smallest);
        }
        return smallest;
    }

    private Optional<Sample> smaller(Sample sample) {
        Iterator<Sample> candidates = sample.simpler().iterator();
        while (candidates.hasNext() && triesLeft > 0) {
            Sample candidate = candidates.next();
            triesLeft--;
            if (fails.test(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
