package dev.homeroom.bench;

import dev.homeroom.bench.archive.ArchiveScene;
import dev.homeroom.bench.breaksend.BreaksEnd;
import dev.homeroom.bench.comparison.Bell;
import dev.homeroom.bench.comparison.Bout;
import dev.homeroom.bench.comparison.Lurkers;
import dev.homeroom.bench.comparison.Plan;
import dev.homeroom.bench.comparison.Shape;
import dev.homeroom.bench.comparison.Steady;
import dev.homeroom.bench.contender.Contender;
import dev.homeroom.bench.contender.Floor;
import dev.homeroom.bench.contender.Homeroom;
import dev.homeroom.bench.contender.Homeroom.Variant;
import dev.homeroom.bench.contender.NettySocketIo;
import dev.homeroom.bench.contender.NodeSocketIo;
import dev.homeroom.bench.contender.NodeSocketIo.Adapter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What is compared, and how. */
final class CompareOptions {
    private static final String QUICK = "--quick";
    private static final Set<String> KNOWN = Set.of(
            "scenes",
            "contenders",
            "rates",
            "repeats",
            "warm-up",
            "seconds",
            "search-from",
            "length",
            "messages",
            "variants",
            "json",
            "svg");
    private static final String CLASSROOMS = "classrooms";
    private static final String ASSEMBLY = "assembly";
    private static final Set<String> QUICK_CONTENDERS = Set.of("floor", "homeroom");
    private static final List<String> SCENES =
            List.of(CLASSROOMS, ASSEMBLY, "bell", "breaks-end", "lurkers", "archive");
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private final boolean quick;
    private final Arguments arguments;

    private CompareOptions(boolean quick, Arguments arguments) {
        this.quick = quick;
        this.arguments = arguments;
        List.of(classrooms(), assembly(), bell(), breaksEnd(), lurkers(), archive());
        arguments.list("scenes").stream()
                .filter(scene -> !SCENES.contains(scene))
                .findFirst()
                .ifPresent(scene -> {
                    throw new IllegalArgumentException("there is no scene " + scene);
                });
    }

    /** @throws IllegalArgumentException saying what is wrong with the words */
    static CompareOptions parse(List<String> words) {
        List<String> rest = new ArrayList<>(words);
        boolean quick = rest.remove(QUICK);
        return new CompareOptions(quick, new Arguments(rest, KNOWN));
    }

    Optional<Path> json() {
        return arguments.text("json").map(Path::of);
    }

    Optional<Path> svg() {
        return arguments.text("svg").map(Path::of);
    }

    /** @param folder for what is written meanwhile */
    List<Bout> bouts(Path folder, Consumer<String> progress) {
        List<String> wanted = arguments.list("scenes");
        return Stream.<Bout>of(
                        new Steady(classrooms(), progress),
                        new Steady(assembly(), progress),
                        new Bell(bell(), progress),
                        new BreaksEnd(breaksEnd(), progress),
                        new Lurkers(lurkers(), progress),
                        new ArchiveScene(archive(), folder, progress))
                .filter(bout -> wanted.isEmpty() ? !isLeftOut(bout.name()) : wanted.contains(bout.name()))
                .toList();
    }

    boolean isQuick() {
        return quick;
    }

    /** Where it is to be quick: it is the same as the classrooms, with other numbers. */
    private boolean isLeftOut(String scene) {
        return quick && scene.equals(ASSEMBLY);
    }

    /** Where it is to be quick, all play in the classrooms, and only some in the other scenes. */
    boolean isFor(String scene, String contender) {
        return !quick || scene.equals(CLASSROOMS) || QUICK_CONTENDERS.contains(contender);
    }

    Plan classrooms() {
        return quick
                ? plan(Shape.FEW_CLASSROOMS, List.of(100), 0)
                : plan(Shape.CLASSROOMS, List.of(1_000, 3_000), 1_500);
    }

    Plan assembly() {
        return quick ? plan(Shape.SMALL_ASSEMBLY, List.of(10), 0) : plan(Shape.ASSEMBLY, List.of(10, 30), 15);
    }

    Bell.Settings bell() {
        return new Bell.Settings(quick ? 10 : 100, 30, repeats(), Duration.ofSeconds(quick ? 2 : 10));
    }

    BreaksEnd.Settings breaksEnd() {
        return new BreaksEnd.Settings(
                quick ? 10 : 100,
                30,
                repeats(),
                quick ? 20 : 100,
                Duration.ofSeconds(quick ? 1 : 5),
                Duration.ofSeconds(quick ? 1 : 5),
                Duration.ofSeconds(quick ? 1 : 5));
    }

    ArchiveScene.Settings archive() {
        return new ArchiveScene.Settings(
                arguments.positive("messages", quick ? 10_000 : 10_000_000), quick ? 10 : 300, 30, quick ? 5 : 200);
    }

    Lurkers.Settings lurkers() {
        return new Lurkers.Settings(
                quick ? 20 : 500, 30, repeats(), Duration.ofSeconds(quick ? 1 : 5), seconds("seconds", quick ? 2 : 30));
    }

    private Plan plan(Shape shape, List<Integer> rates, int search) {
        List<Integer> given = arguments.numbers("rates");
        return new Plan(
                shape,
                given.isEmpty() ? rates : given,
                arguments.number("search-from", search),
                repeats(),
                seconds("warm-up", quick ? 1 : 20),
                seconds("seconds", quick ? 2 : 20),
                PATIENCE,
                arguments.positive("length", 80),
                1);
    }

    private int repeats() {
        return arguments.positive("repeats", quick ? 1 : 3);
    }

    private Duration seconds(String name, int otherwise) {
        return arguments.seconds(name, otherwise);
    }

    /** @param home of Homeroom's sources */
    List<Contender> contenders(Path home) {
        List<Contender> all = new ArrayList<>(List.of(
                new Floor(home, false),
                new Floor(home, true),
                new Homeroom(home, Variant.PLAIN),
                new NettySocketIo(),
                new NodeSocketIo(home, Adapter.MEMORY),
                new NodeSocketIo(home, Adapter.REDIS),
                new NodeSocketIo(home, Adapter.REDIS_STREAMS)));
        List<String> known = all.stream().map(Contender::name).toList();
        List<String> wanted = arguments.list("contenders");
        wanted.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("there is no contender " + name + " among " + String.join(", ", known));
        });
        all.removeIf(contender -> !wanted.isEmpty() && !wanted.contains(contender.name()));
        arguments.list("variants").forEach(variant -> all.add(new Homeroom(home, Variant.parse(variant))));
        return all;
    }
}
