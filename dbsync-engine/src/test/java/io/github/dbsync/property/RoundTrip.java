package io.github.dbsync.property;

import io.github.dbsync.feedback.ProblemCode;
import java.util.List;
import java.util.Set;

/** One direction and back. */
interface RoundTrip {

    /**
     * Makes the sample, leaving out statements that its database refuses.
     *
     * @return the statements that it took
     */
    List<String> make(Sample sample) throws Exception;

    /** Moves what was made to the other side; some refusals are allowed here. */
    void out();

    /** What may be refused on the way out, because the other side cannot hold it. */
    Set<ProblemCode> refusals();

    /** Moves it home; nothing may be refused here. */
    void back();

    /** What of it is not as it was, read by plain JDBC: the kind of thing, a colon, and the two contents. */
    List<String> differences() throws Exception;
}
