package io.github.dbsync.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The columns that can be spoken of in a SELECT, by the relations of its FROM. */
final class Scope {

    /**
     * A relation under the name that it has in the query.
     *
     * @param merged columns, in lower case, that USING made one with those of an earlier relation
     */
    private record Member(String alias, Relation relation, Set<String> merged) {}

    private final ViewDialect target;
    private final List<Member> members = new ArrayList<>();

    Scope(ViewDialect target) {
        this.target = target;
    }

    void add(String alias, Relation relation) throws NotTranslatableException {
        if (members.stream().anyMatch(member -> member.alias().equalsIgnoreCase(alias))) {
            throw new NotTranslatableException("two of its tables are called " + alias);
        }
        members.add(new Member(alias, relation, new HashSet<>()));
    }

    /** The condition of a USING, whose columns are one from now on: that of the left side, as in both databases. */
    Phrase using(String column) throws NotTranslatableException {
        Member right = members.get(members.size() - 1);
        Phrase ofRight = phrase(right, column).orElseThrow(() -> unknown(column));
        right.merged().add(lower(column));
        return Comparisons.compare(column(column), "=", ofRight, target);
    }

    /** A column by its plain name. */
    Phrase column(String name) throws NotTranslatableException {
        Optional<Phrase> found = Optional.empty();
        for (Member member : members) {
            Optional<Phrase> here = member.merged().contains(lower(name)) ? Optional.empty() : phrase(member, name);
            if (found.isPresent() && here.isPresent()) {
                throw new NotTranslatableException(name + " is a column of several tables");
            }
            found = found.or(() -> here);
        }
        return found.orElseThrow(() -> unknown(name));
    }

    /** A column of the relation of that alias. */
    Phrase column(String alias, String name) throws NotTranslatableException {
        return phrase(member(alias), name).orElseThrow(() -> unknown(alias + "." + name));
    }

    /** All columns by which {@code *} stands. */
    List<Output> all() throws NotTranslatableException {
        List<Output> outputs = new ArrayList<>();
        for (Member member : members) {
            all(member).stream()
                    .filter(output -> !member.merged().contains(lower(String.valueOf(output.name()))))
                    .forEach(outputs::add);
        }
        return outputs;
    }

    List<Output> all(String alias) throws NotTranslatableException {
        return all(member(alias));
    }

    private List<Output> all(Member member) throws NotTranslatableException {
        if (!member.relation().complete()) {
            throw new NotTranslatableException("the other side does not have all columns of "
                    + member.relation().source());
        }
        return member.relation().fields().stream()
                .map(field -> new Output(field.name(), phrase(member, field)))
                .toList();
    }

    private Member member(String alias) throws NotTranslatableException {
        return members.stream()
                .filter(member -> member.alias().equalsIgnoreCase(alias))
                .findFirst()
                .orElseThrow(() -> unknown(alias));
    }

    private Optional<Phrase> phrase(Member member, String column) {
        List<Field> fields = member.relation().fields();
        return fields.stream()
                .filter(field -> field.name().equals(column))
                .findFirst()
                .or(() -> fields.stream()
                        .filter(field -> field.name().equalsIgnoreCase(column))
                        .findFirst())
                .map(field -> phrase(member, field));
    }

    private Phrase phrase(Member member, Field field) {
        String sql = target.quote(member.alias()) + "." + target.quote(field.name());
        return new Phrase(sql, field.type(), field.comparison(), false, true);
    }

    private static NotTranslatableException unknown(String name) {
        return new NotTranslatableException("the other side has no " + name + " that it could name");
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
