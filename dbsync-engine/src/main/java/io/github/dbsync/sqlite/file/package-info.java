/** The file format of SQLite: pages, b-trees and records, without asking SQLite (SQLite docs, "Database File Format"). */
@NullMarked
package io.github.dbsync.sqlite.file;

import org.jspecify.annotations.NullMarked;
