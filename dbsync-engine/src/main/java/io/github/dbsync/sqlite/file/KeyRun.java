package io.github.dbsync.sqlite.file;

import java.util.Arrays;

/** Keys in memory, to be sorted: their bytes one after the other, and of each its prefix and where it begins. Not thread-safe. */
final class KeyRun implements SortedKeys {

    private static final int KEYS_AT_FIRST = 1024;
    private static final int BYTES_AT_FIRST = 16 * KEYS_AT_FIRST;

    /** A prefix and a place, twice while they are sorted. */
    private static final int BYTES_PER_KEY = 2 * (Long.BYTES + Integer.BYTES);

    /** So few are sorted by insertion. */
    private static final int FEW = 8;

    private final KeyOrder order;
    private byte[] bytes = new byte[BYTES_AT_FIRST];
    private long[] prefixes = new long[KEYS_AT_FIRST];
    private int[] places = new int[KEYS_AT_FIRST];
    private int used;
    private int count;
    private int current = -1;

    KeyRun(KeyOrder order) {
        this.order = order;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** About the bytes of memory that the run would take with one more key. */
    long sizeWith(int length) {
        return (long) used + Varint.MOST_BYTES + length + (long) (count + 1) * BYTES_PER_KEY;
    }

    void add(byte[] key, int length) {
        ensure(Varint.MOST_BYTES + length);
        places[count] = used;
        prefixes[count] = order.prefix(key, 0);
        count++;
        used = Varint.write(bytes, used, length);
        System.arraycopy(key, 0, bytes, used, length);
        used += length;
    }

    private void ensure(int more) {
        long needed = (long) used + more;
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.toIntExact(Math.max(needed, Math.min(bytes.length * 2L, 1 << 30))));
        }
        if (count == places.length) {
            places = Arrays.copyOf(places, 2 * count);
            prefixes = Arrays.copyOf(prefixes, 2 * count);
        }
    }

    /** Puts the keys in their order, before the first of them. */
    void sort() {
        long[] sortedPrefixes = Arrays.copyOf(prefixes, count);
        int[] sortedPlaces = Arrays.copyOf(places, count);
        sort(prefixes, places, sortedPrefixes, sortedPlaces, 0, count);
        prefixes = sortedPrefixes;
        places = sortedPlaces;
        current = -1;
    }

    /** Sorts by merging; what is in order already is only moved. Both sides hold the same at first. */
    private void sort(long[] prefixesFrom, int[] placesFrom, long[] prefixesTo, int[] placesTo, int from, int to) {
        if (to - from < FEW) {
            insert(prefixesTo, placesTo, from, to);
            return;
        }
        int middle = (from + to) >>> 1;
        sort(prefixesTo, placesTo, prefixesFrom, placesFrom, from, middle);
        sort(prefixesTo, placesTo, prefixesFrom, placesFrom, middle, to);
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            boolean takesLeft = right >= to
                    || (left < middle
                            && compare(prefixesFrom[left], placesFrom[left], prefixesFrom[right], placesFrom[right])
                                    <= 0);
            int taken = takesLeft ? left++ : right++;
            prefixesTo[i] = prefixesFrom[taken];
            placesTo[i] = placesFrom[taken];
        }
    }

    private void insert(long[] somePrefixes, int[] somePlaces, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            long prefix = somePrefixes[i];
            int place = somePlaces[i];
            int at = i;
            while (at > from && compare(somePrefixes[at - 1], somePlaces[at - 1], prefix, place) > 0) {
                somePrefixes[at] = somePrefixes[at - 1];
                somePlaces[at] = somePlaces[at - 1];
                at--;
            }
            somePrefixes[at] = prefix;
            somePlaces[at] = place;
        }
    }

    private int compare(long prefixOfA, int a, long prefixOfB, int b) {
        int rough = Long.compare(prefixOfA, prefixOfB);
        return rough != 0 ? rough : order.compare(bytes, start(a), bytes, start(b));
    }

    private int start(int place) {
        return place + Varint.length(bytes, place);
    }

    /** Forgets all keys. */
    void clear() {
        used = 0;
        count = 0;
        current = -1;
    }

    @Override
    public boolean next() {
        current++;
        return current < count;
    }

    @Override
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public int start() {
        return start(places[current]);
    }

    @Override
    public int length() {
        return (int) Varint.read(bytes, places[current]);
    }

    @Override
    public long prefix() {
        return prefixes[current];
    }
}
