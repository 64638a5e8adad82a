package io.github.dbsync.appconfig;

import io.github.dbsync.appconfig.AdapterUses.Use;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names the places where an application's code makes the driver adapter of the database that it leaves. Code is read and never
 * changed. An application that names adapters of both kinds chooses by itself.
 */
final class AdapterSwitch {

    private static final Map<String, String> INSTALLERS = Map.of(
            "pnpm-lock.yaml", "pnpm add ", "yarn.lock", "yarn add ", "bun.lock", "bun add ", "bun.lockb", "bun add ");

    private final Path project;
    private final Side side;
    private final List<Use> uses;
    private final Optional<ConfigFile> manifest;

    private AdapterSwitch(Path project, Side side) {
        this.project = project;
        this.side = side;
        this.uses = AdapterUses.in(project);
        this.manifest = ConfigFile.readIfPresent(project.resolve("package.json"));
    }

    /**
     * What remains to be done in the code, and by which command.
     *
     * @param side the kind of database that the application goes to
     * @param variable the variable of the environment that holds its URL
     */
    static Optional<Problem> leftToUser(Path project, Side side, String variable) {
        return new AdapterSwitch(project, side).leftToUser(variable);
    }

    private Optional<Problem> leftToUser(String variable) {
        List<Use> named = uses.isEmpty() ? dependencies() : uses;
        boolean choosesItself = named.stream().anyMatch(use -> use.adapter().side() == side);
        return choosesItself || named.isEmpty() ? Optional.empty() : Optional.of(stays(named, wanted(), variable));
    }

    /** What package.json names, for code that is elsewhere. */
    private List<Use> dependencies() {
        return Stream.of(DriverAdapter.values())
                .flatMap(adapter -> place(adapter).map(where -> new Use(adapter, where)).stream())
                .toList();
    }

    private Optional<String> place(DriverAdapter adapter) {
        return manifest.filter(file -> at(file, adapter) >= 0)
                .map(file ->
                        project.relativize(Path.of(file.at(at(file, adapter)))).toString());
    }

    private static int at(ConfigFile manifest, DriverAdapter adapter) {
        return manifest.text().indexOf('"' + adapter.packageName() + '"');
    }

    private Problem stays(List<Use> staying, DriverAdapter wanted, String variable) {
        return Problem.warning(
                ProblemCode.DRIVER_ADAPTER_STAYS,
                "The application's code makes the adapter of " + side.opposite().title() + ", "
                        + staying.get(0).adapter().className(),
                staying.stream().map(Use::where).distinct().collect(Collectors.joining(", ")),
                "Prisma Client refuses an adapter of another provider, and dbsync changes no code",
                install(wanted) + "write " + wanted.made(variable) + " there, imported from " + wanted.packageName());
    }

    /** One that the project has already, or the usual one. */
    private DriverAdapter wanted() {
        List<DriverAdapter> able = Stream.of(DriverAdapter.values())
                .filter(adapter -> adapter.side() == side)
                .toList();
        return able.stream()
                .filter(adapter -> place(adapter).isPresent())
                .findFirst()
                .orElse(able.get(0));
    }

    private String install(DriverAdapter wanted) {
        if (place(wanted).isPresent()) {
            return "";
        }
        String installer = INSTALLERS.entrySet().stream()
                .filter(lock -> Files.exists(project.resolve(lock.getKey())))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("npm install ");
        return installer + wanted.packageName() + ", and ";
    }
}
