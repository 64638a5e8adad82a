package io.github.dbsync.archive;

import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.Dialect;
import io.github.dbsync.dialect.Inventory;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.plan.ImageInput;
import io.github.dbsync.plan.ImagePlanner;
import io.github.dbsync.plan.SyncPlan;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plans exact copies of images. */
final class Images {

    private Images() {}

    /** The plan of a script, which has whatever an object requires. */
    static SyncPlan plan(Source image, Dialect dialect) {
        Catalog nothing = new Catalog(
                dialect.id(),
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                image.catalog().others().stream()
                        .map(OtherObject::requirements)
                        .flatMap(List::stream)
                        .collect(Collectors.toSet()));
        return ImagePlanner.plan(new ImageInput(image.catalog(), rows(image), nothing, Map.of(), dialect, List.of()));
    }

    /**
     * The plan of a copy in the place of what is there.
     *
     * @param findings what is known besides
     */
    static SyncPlan plan(Source image, Inventory target, Dialect dialect, List<Problem> findings) {
        Catalog there = target.catalog();
        Map<QualifiedName, Long> rowsThere =
                there.tables().stream().collect(Collectors.toMap(Table::name, target::countRows));
        return ImagePlanner.plan(new ImageInput(image.catalog(), rows(image), there, rowsThere, dialect, findings));
    }

    private static Map<QualifiedName, Long> rows(Source image) {
        return Stream.of(image.catalog().tables(), image.catalog().auxiliaries())
                .flatMap(List::stream)
                .collect(Collectors.toMap(Table::name, image::countRows));
    }
}
