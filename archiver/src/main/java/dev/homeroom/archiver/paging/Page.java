package dev.homeroom.archiver.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next where the next page begins, to be given as {@code after}; null on the last page
 */
public record Page<T>(List<T> items, @Nullable String next) {
    public Page {
        items = List.copyOf(items);
    }

    /**
     * The first {@code limit} of what was found.
     *
     * @param found up to one more than fits, so that it is known whether there is more
     * @param mark the mark of an item, by which the list is ordered
     */
    public static <T> Page<T> of(List<T> found, int limit, Function<T, String> mark) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        List<T> items = found.subList(0, limit);
        return new Page<>(items, PageMark.encode(mark.apply(items.getLast())));
    }

    public <R> Page<R> map(Function<T, R> view) {
        return new Page<>(items.stream().map(view).toList(), next);
    }
}
