package io.github.dbsync.property;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lists with less in them. */
final class Without {

    private Without() {}

    /** The list without its first element, without its second, and so on. */
    static <T> Stream<List<T>> each(List<T> list) {
        return IntStream.range(0, list.size()).mapToObj(index -> {
            List<T> left = new ArrayList<>(list);
            left.remove(index);
            return left;
        });
    }

    static List<String> mentionsOf(String name, List<String> texts) {
        return texts.stream().filter(text -> !text.contains(name)).toList();
    }
}
