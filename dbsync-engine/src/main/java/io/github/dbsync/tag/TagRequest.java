package io.github.dbsync.tag;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.appconfig.EndsRequest;
import org.jspecify.annotations.Nullable;

/**
 * What is to be tagged, and how.
 *
 * @param ends the project
 * @param name the name of the tag
 * @param signed whether it is signed with the user's key
 * @param remote the remote that it is pushed to, or null where it stays here
 */
public record TagRequest(
        EndsRequest ends,
        String name,
        boolean signed,
        @Nullable String remote) {

    public TagRequest {
        requireNonNull(ends, "ends");
        requireNonNull(name, "name");
    }
}
