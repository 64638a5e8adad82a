/** What git knows of the project: asked of the real git, so that worktrees, includes and global ignores count as they do. */
@NullMarked
package io.github.dbsync.git;

import org.jspecify.annotations.NullMarked;
