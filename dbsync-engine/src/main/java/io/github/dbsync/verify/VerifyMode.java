package io.github.dbsync.verify;

/** How much is proven before a sync becomes visible. */
public enum VerifyMode {
    /** Every value: row counts and digests of both ends are equal. */
    DIGEST,
    /** Row counts are equal. */
    COUNT,
    /** Nothing beyond what the databases check themselves. */
    NONE
}
