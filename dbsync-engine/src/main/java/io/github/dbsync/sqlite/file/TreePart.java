package io.github.dbsync.sqlite.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Some of the subtrees of a table's b-tree that stand next to each other, so that a part of its rows can be read by itself.
 *
 * @param root the first page of the whole tree
 * @param subtrees the first pages of these, in the order of their rows; just the root where it is the whole tree
 */
public record TreePart(long root, List<Long> subtrees) {

    /** So many for each part, that parts with whole subtrees only are about equally large. */
    private static final int SUBTREES_PER_PART = 16;

    public TreePart {
        subtrees = List.copyOf(subtrees);
    }

    /** The tree as a whole. */
    public static TreePart whole(long root) {
        return new TreePart(root, List.of(root));
    }

    /**
     * Divides the tree of a table with rowids into parts of about the same size, which hold its rows one after the other.
     *
     * @param pages how many pages the file has
     * @return as many as wanted, or the whole where the tree is too small for them
     */
    public static List<TreePart> divide(FileBytes file, FileHeader header, long pages, long root, int wanted)
            throws IOException {
        int least = wanted * SUBTREES_PER_PART;
        List<Long> level = wanted == 1
                ? List.of(root)
                : level(new PageWindow(file, header.layout(), pages), List.of(root), least, TableScan.MOST_LEVELS);
        return level.size() < least
                ? List.of(whole(root))
                : IntStream.range(0, wanted)
                        .mapToObj(part -> new TreePart(root, share(level, part, wanted)))
                        .toList();
    }

    private static List<Long> share(List<Long> level, int part, int parts) {
        return level.subList(level.size() * part / parts, level.size() * (part + 1) / parts);
    }

    /** The first level from this on that has enough pages, or else that of the leaves. */
    private static List<Long> level(PageWindow window, List<Long> level, int least, int levels) throws IOException {
        if (level.size() >= least || levels == 0) {
            return level;
        }
        List<Long> below = new ArrayList<>();
        for (long number : level) {
            int at = window.load(number, number);
            TreePage page = TreePage.of(number, window.bytes(), at, window.layout(), true);
            if (page.kind().isLeaf()) {
                return level;
            }
            addChildren(page, below);
        }
        return level(window, below, least, levels - 1);
    }

    private static void addChildren(TreePage page, List<Long> children) throws DamagedFileException {
        while (!page.isDone()) {
            children.add(page.child());
            page.advance();
        }
    }
}
