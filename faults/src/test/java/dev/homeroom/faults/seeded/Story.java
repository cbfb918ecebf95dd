package dev.homeroom.faults.seeded;

import dev.homeroom.faults.Trial;
import dev.homeroom.faults.crowd.Crowd.Command;
import dev.homeroom.faults.crowd.CrowdSettings;
import dev.homeroom.faults.deployment.Deployment;
import dev.homeroom.faults.deployment.Kind;
import dev.homeroom.faults.deployment.Part;
import dev.homeroom.faults.mischief.Act;
import dev.homeroom.faults.mischief.Mischief;
import dev.homeroom.faults.mischief.Plan;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** What happens in a trial: so much trouble as a fault needs to show. */
enum Story {
    QUIET {
        @Override
        void play(Trial trial, Deployment deployment) throws InterruptedException {
            trouble(trial, 6);
        }
    },
    /** Clients lose their connections all the time. */
    CONNECTIONS_LOST {
        @Override
        CrowdSettings crowd() {
            return people(WRITE_EVERY, Duration.ofSeconds(2), 0, 200);
        }

        @Override
        void play(Trial trial, Deployment deployment) throws InterruptedException {
            trouble(trial, 12);
        }
    },
    KAFKA_KILLED {
        @Override
        void play(Trial trial, Deployment deployment) throws InterruptedException {
            trouble(trial, 14, act(2, Mischief.FREEZE, "kafka-1", 8));
        }
    },
    ARCHIVER_KILLED {
        @Override
        void play(Trial trial, Deployment deployment) throws InterruptedException {
            trouble(trial, 8, act(3, Mischief.KILL, "archiver-1", 2));
        }
    },
    TOPIC_RE_CREATED {
        @Override
        void play(Trial trial, Deployment deployment) throws IOException, InterruptedException {
            trouble(trial, 3);
            trial.pause();
            trial.readLog();
            Topic.recreate(deployment.kafka());
            trial.tell(Command.BEGIN);
            trouble(trial, 15);
        }
    },
    /** Half of the people leave for good while their edge is dead. */
    EDGE_DIES_WITH_ITS_PEOPLE {
        @Override
        void play(Trial trial, Deployment deployment) throws IOException, InterruptedException {
            trouble(trial, 2);
            List<Part> edges = deployment.parts().stream()
                    .filter(part -> part.kind() == Kind.EDGE)
                    .toList();
            edges.forEach(Part::kill);
            trial.tell(Command.LEAVE);
            for (Part edge : edges) {
                edge.start();
            }
            trouble(trial, 8);
        }
    },
    READERS_HANG {
        @Override
        CrowdSettings crowd() {
            return people(Duration.ofMillis(20), Duration.ZERO, 2, 3_900);
        }

        @Override
        void play(Trial trial, Deployment deployment) throws IOException, InterruptedException {
            trial.tell(Command.HANG);
            trouble(trial, 25);
        }
    };

    private static final int ROOMS = 2;
    private static final int MEMBERS = 6;
    private static final Duration WRITE_EVERY = Duration.ofMillis(120);

    CrowdSettings crowd() {
        return people(WRITE_EVERY, Duration.ZERO, 0, 200);
    }

    abstract void play(Trial trial, Deployment deployment) throws IOException, InterruptedException;

    private static CrowdSettings people(Duration writeEvery, Duration sufferEvery, int readers, int longestMessage) {
        return new CrowdSettings(1, ROOMS, MEMBERS, readers, writeEvery, sufferEvery, longestMessage);
    }

    private static Act act(int atSeconds, Mischief mischief, String target, int seconds) {
        return new Act(Duration.ofSeconds(atSeconds), mischief, target, Duration.ofSeconds(seconds));
    }

    private static void trouble(Trial trial, int seconds, Act... acts) throws InterruptedException {
        trial.trouble(new Plan(List.copyOf(Arrays.asList(acts))), Duration.ofSeconds(seconds));
    }
}
