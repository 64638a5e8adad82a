package io.github.dbsync.appconfig;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One document of Spring Boot's configuration: a file {@code application.properties} or {@code application.yml}, or a part
 * of one (Spring Boot reference, "Externalized Configuration").
 *
 * @param fileProfile the profile in the file's name, as in {@code application-test.yml}, or null
 * @param settings what it says
 */
record SpringDocument(@Nullable String fileProfile, Settings settings) {

    /** Whether it counts while these profiles are active. */
    boolean isActive(Set<String> profiles) {
        boolean byFile = fileProfile == null || profiles.contains(fileProfile);
        return byFile
                && onProfile().map(expression -> holds(expression, profiles)).orElse(true);
    }

    /** Whether it counts only while some profile is active. */
    boolean isOfProfile() {
        return fileProfile != null || onProfile().isPresent();
    }

    /** The one profile that makes it count, where it is as simple as that. */
    Optional<String> profile() {
        return Optional.ofNullable(fileProfile).or(() -> onProfile().filter(name -> name.matches("[\\w.-]+")));
    }

    private Optional<String> onProfile() {
        return settings.lookupFirst(Stream.of("spring.config.activate.on-profile", "spring.profiles"))
                .map(setting -> setting.written().reveal());
    }

    /** Names with {@code !}, {@code &} before {@code |}, and commas; of an expression in parentheses nothing is known. */
    private static boolean holds(String expression, Set<String> profiles) {
        return Stream.of(expression.split("[,|]"))
                .anyMatch(either -> Stream.of(either.split("&")).allMatch(both -> isMet(both.strip(), profiles)));
    }

    private static boolean isMet(String name, Set<String> profiles) {
        return name.startsWith("!") ? !profiles.contains(name.substring(1).strip()) : profiles.contains(name);
    }
}
