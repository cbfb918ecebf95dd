package dev.homeroom.faults.frontdoor;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Who answers which request: each edge stands in for the others, and so does each archiver. Any thread. */
final class Routes {
    private static final String COOKIE = "homeroom_edge=";

    private final List<Upstream> edges;
    private final List<Upstream> archivers;
    private final AtomicInteger turn = new AtomicInteger();

    Routes(List<Upstream> edges, List<Upstream> archivers) {
        this.edges = List.copyOf(edges);
        this.archivers = List.copyOf(archivers);
    }

    /**
     * The way of one request.
     *
     * @param candidates whom to ask, one after another until one answers
     * @param patienceMs how long one of them may be silent before its answer
     * @param newCookie for whom has none yet
     */
    record Route(List<Upstream> candidates, int patienceMs, Optional<String> newCookie) {}

    Route of(Head request) {
        String path = request.path();
        if (path.startsWith("/api/")) {
            return new Route(from(archivers, turn.getAndIncrement()), 15_000, Optional.empty());
        }
        Optional<Integer> known = edgeOf(request.field("Cookie").orElse(""));
        if (path.startsWith("/socket.io/")) {
            int edge =
                    known.orElseGet(() -> request.field("User-Agent").orElse("").hashCode());
            return new Route(from(edges, edge + (path.contains("elsewhere=1") ? 1 : 0)), 120_000, Optional.empty());
        }
        int edge = known.orElseGet(turn::getAndIncrement);
        Optional<String> cookie = known.isPresent()
                ? Optional.empty()
                : Optional.of(COOKIE
                        + edges.get(Math.floorMod(edge, edges.size())).name() + "; Path=/; HttpOnly; SameSite=Strict");
        return new Route(from(edges, edge), 5_000, cookie);
    }

    private Optional<Integer> edgeOf(String cookies) {
        return IntStream.range(0, edges.size())
                .boxed()
                .filter(edge -> cookies.contains(COOKIE + edges.get(edge).name()))
                .findFirst();
    }

    private static List<Upstream> from(List<Upstream> all, int first) {
        return IntStream.range(0, all.size())
                .mapToObj(step -> all.get(Math.floorMod(first + step, all.size())))
                .sorted(Comparator.comparing(Upstream::hasFailedLately))
                .toList();
    }
}
