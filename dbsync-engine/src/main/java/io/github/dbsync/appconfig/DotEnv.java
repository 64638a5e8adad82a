package io.github.dbsync.appconfig;

import io.github.cdimascio.dotenv.Dotenv;
import io.github.cdimascio.dotenv.DotenvEntry;
import io.github.cdimascio.dotenv.DotenvException;
import io.github.dbsync.endpoint.Secret;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A .env file. Its values are read by dotenv-java and, with their places, by {@link DotEnvScanner}; where the two do
 * not agree about a value, it is refused rather than used or edited. dotenv-java leaves single quotes and backticks
 * around a value, and knows neither the prefix {@code export} nor a byte order mark; there our own reading stands.
 */
final class DotEnv {

    private final ConfigFile file;
    private final Map<String, Setting> settings;

    private DotEnv(ConfigFile file, Map<String, Setting> settings) {
        this.file = file;
        this.settings = settings;
    }

    /**
     * Reads a file.
     *
     * @throws DbSyncException with {@code ENV_FILE_MALFORMED}
     */
    static DotEnv read(ConfigFile file) {
        Map<String, Setting> located = new LinkedHashMap<>();
        DotEnvScanner.scan(file).forEach(setting -> located.put(setting.key(), setting));
        return new DotEnv(file, located);
    }

    ConfigFile file() {
        return file;
    }

    /**
     * The setting of a key that is there and not empty; the last one where there are several.
     *
     * @throws DbSyncException with {@code ENV_FILE_MALFORMED} where readers of .env files do not agree about it
     */
    Optional<Setting> lookup(String key) {
        Optional<Setting> located = Optional.ofNullable(settings.get(key));
        located.ifPresent(this::confirm);
        return located.filter(setting -> !setting.written().reveal().isBlank());
    }

    /** Whether the key is there, be it empty. */
    boolean has(String key) {
        return settings.containsKey(key);
    }

    /** All settings; none of them is compared with what the library reads. */
    Settings settings() {
        return Settings.of(settings.values());
    }

    /** All values as they stand. */
    Map<String, Secret> values() {
        Map<String, Secret> values = new LinkedHashMap<>();
        settings.forEach((key, setting) -> values.put(key, setting.written()));
        return values;
    }

    private void confirm(Setting setting) {
        Optional<String> read = readByLibrary(setting.key());
        boolean agreed = read.map(value -> agree(value, setting)).orElse(DotEnvScanner.isUnknownToLibrary(setting));
        if (!agreed) {
            throw new DbSyncException(Problem.refusal(
                    ProblemCode.ENV_FILE_MALFORMED,
                    "Readers of .env files do not agree about a value",
                    setting.where(),
                    "its quotes or escapes, or those of a line before, can be read in two ways",
                    "Put the value in double quotes, on a line of its own: " + setting.key() + "=\"..\""));
        }
    }

    /** The library leaves some quotes where they are. */
    private boolean agree(String read, Setting setting) {
        boolean withQuotes = setting.quoting() != Quoting.DOUBLE && read.equals(file.decoded(setting.span()));
        return withQuotes || read.equals(setting.written().reveal());
    }

    private Optional<String> readByLibrary(String key) {
        Path path = file.path();
        try {
            return Dotenv.configure()
                    .directory(path.getParent() + "/")
                    .filename(String.valueOf(path.getFileName()))
                    .ignoreIfMalformed()
                    .load()
                    .entries(Dotenv.Filter.DECLARED_IN_ENV_FILE)
                    .stream()
                    .filter(entry -> entry.getKey().equals(key))
                    .map(DotenvEntry::getValue)
                    .findFirst();
        } catch (DotenvException e) {
            throw new DbSyncException(
                    Problem.refusal(
                            ProblemCode.ENV_FILE_MALFORMED,
                            "A .env file cannot be read",
                            path.toString(),
                            "it is not UTF-8 text",
                            "Save it as UTF-8"),
                    e);
        }
    }
}
