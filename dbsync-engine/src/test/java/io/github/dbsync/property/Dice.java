package io.github.dbsync.property;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Chance that falls the same way for the same seed. */
final class Dice {

    private final Random random;

    Dice(long seed) {
        this.random = new Random(seed);
    }

    /** True in so many of a hundred cases. */
    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** A number between both, inclusive. */
    int between(int least, int greatest) {
        return least + random.nextInt(greatest - least + 1);
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Takes one out of the choices. */
    <T> T take(List<T> choices) {
        return choices.remove(random.nextInt(choices.size()));
    }

    /** So many different ones of the choices, or all of them, in any order. */
    <T> List<T> some(int count, List<T> choices) {
        List<T> left = new ArrayList<>(choices);
        List<T> some = new ArrayList<>();
        while (some.size() < count && !left.isEmpty()) {
            some.add(take(left));
        }
        return List.copyOf(some);
    }
}
