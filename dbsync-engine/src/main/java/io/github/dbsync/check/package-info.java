/** Whether what a commit has agrees: schema, migrations, rules, seed, and the databases that can be reached. */
@NullMarked
package io.github.dbsync.check;

import org.jspecify.annotations.NullMarked;
