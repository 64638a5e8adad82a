package io.github.dbsync.plan;

import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.catalog.OtherObject.Moment;
import io.github.dbsync.dialect.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How room is made for an exact copy. The target's tables go, and so does every object from the first on that is not in the
 * copy: as each stands after those that it needs, none that stays needs one that goes.
 *
 * @param input both ends
 * @param kept objects of the target that stay, since they are what they would become
 */
record ImageRoom(ImageInput input, Set<OtherObject> kept) {

    ImageRoom {
        kept = Set.copyOf(kept);
    }

    static ImageRoom of(ImageInput input) {
        return new ImageRoom(input, input.dialect().replacesWholeDatabase() ? Set.of() : kept(input));
    }

    private static Set<OtherObject> kept(ImageInput input) {
        Set<OtherObject> same = new HashSet<>(input.image().others());
        Set<OtherObject> kept = new HashSet<>();
        boolean asBefore = true;
        for (OtherObject object : input.target().others()) {
            asBefore &= same.contains(object) && object.tables().isEmpty();
            if (asBefore || isThereForGood(object)) {
                kept.add(object);
            }
        }
        return kept;
    }

    /** No statement removes a schema that holds others' things; one that gives a right or a comment can be said again. */
    private static boolean isThereForGood(OtherObject object) {
        return object.removal() == null
                && object.table() == null
                && object.definition() != null
                && object.definition().startsWith("CREATE ");
    }

    /** Whether an object of the copy is there already. */
    boolean keeps(OtherObject object) {
        return kept.stream().anyMatch(object::isNamesakeOf);
    }

    Stream<Step> steps() {
        if (input.dialect().replacesWholeDatabase()) {
            return Stream.empty();
        }
        return Stream.of(
                        removal(object -> object.moment() != Moment.BEFORE_TABLES),
                        input.dialect().drop(input.target().tables()).stream(),
                        input.target().sequences().stream()
                                .flatMap(sequence -> input.dialect().drop(sequence).stream()),
                        removal(object -> object.moment() == Moment.BEFORE_TABLES))
                .flatMap(statements -> statements)
                .map(Step.Execute::new);
    }

    /** Each goes before those that it needs. */
    private Stream<Statement> removal(Predicate<OtherObject> which) {
        List<OtherObject> objects = new ArrayList<>(input.target().others());
        Collections.reverse(objects);
        return objects.stream()
                .filter(which)
                .filter(object -> !kept.contains(object))
                .flatMap(object -> Stream.ofNullable(object.removal()))
                .map(removal -> new Statement(removal, "makes room for what comes"));
    }
}
