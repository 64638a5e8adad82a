package io.github.dbsync.appconfig;

/** How a value is written where it stands, so that another one can take its place in the same manner. */
interface Notation {

    /** The text that stands for a value, with the quotes and escapes of this place. */
    String write(String value);
}
