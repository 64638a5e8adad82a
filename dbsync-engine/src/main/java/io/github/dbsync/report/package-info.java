/** What happened: for the console, for report.json, and for the next run. */
@NullMarked
package io.github.dbsync.report;

import org.jspecify.annotations.NullMarked;
