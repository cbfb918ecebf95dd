package dev.homeroom.faults.mischief;

import dev.homeroom.faults.deployment.Deployment;
import dev.homeroom.faults.deployment.Kind;
import dev.homeroom.faults.deployment.Part;
import dev.homeroom.faults.deployment.Way;
import java.util.List;
import java.util.Set;

/**
 * What a plan may hit.
 *
 * @param parts kind and name of those that can be killed
 * @param ways the names of those that can be cut
 */
public record Targets(List<Target> parts, List<String> ways) {
    /** A part. */
    public record Target(Kind kind, String name) {}

    /** All of a deployment. */
    public static Targets of(Deployment deployment) {
        return new Targets(
                deployment.parts().stream().map(Targets::target).toList(),
                deployment.ways().stream().map(Way::name).toList());
    }

    private static Target target(Part part) {
        return new Target(part.kind(), part.name());
    }

    /** Those of these kinds, and no ways. */
    public Targets only(Set<Kind> kinds) {
        return new Targets(
                parts.stream().filter(part -> kinds.contains(part.kind())).toList(), List.of());
    }

    /** The ways alone. */
    public Targets onlyNetwork() {
        return new Targets(List.of(), ways);
    }
}
