/** The project's repository, asked of the real git, so that worktrees, includes, hooks and keys count as they do elsewhere. */
@NullMarked
package io.github.dbsync.git;

import org.jspecify.annotations.NullMarked;
