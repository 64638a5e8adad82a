package io.github.dbsync.prisma;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A Prisma schema: the blocks of all its files, in their order. */
public record Schema(
        List<Settings> datasources, List<Settings> generators, List<Model> blocks, List<Enumeration> enums) {

    public Schema {
        datasources = List.copyOf(datasources);
        generators = List.copyOf(generators);
        blocks = List.copyOf(blocks);
        enums = List.copyOf(enums);
    }

    /** The models, each of which is a table. */
    public List<Model> models() {
        return of(Model.Kind.MODEL).toList();
    }

    public Stream<Model> of(Model.Kind kind) {
        return blocks.stream().filter(block -> block.kind() == kind);
    }

    public Optional<Model> lookupModel(String name) {
        return of(Model.Kind.MODEL)
                .filter(model -> model.name().text().equals(name))
                .findFirst();
    }

    public Optional<Enumeration> lookupEnum(String name) {
        return enums.stream()
                .filter(candidate -> candidate.name().text().equals(name))
                .findFirst();
    }

    /** The one datasource, where there is any. */
    public Optional<Settings> datasource() {
        return datasources.stream().findFirst();
    }

    /** The kind of database that the datasource names; empty where it names none that is known. */
    public Optional<Provider> provider() {
        return datasource().flatMap(source -> source.lookupText("provider")).flatMap(Provider::of);
    }

    /** Whether a generator asks for a feature that is not everybody's yet. */
    public boolean previews(String feature) {
        return generators.stream()
                .flatMap(generator -> generator.lookup("previewFeatures").stream())
                .flatMap(features -> FieldNames.members(features).stream())
                .anyMatch(value ->
                        value instanceof Value.Text text && text.value().equals(feature));
    }
}
