package dev.homeroom.faults.deployment;

import java.nio.file.Path;

/**
 * What a deployment consists of.
 *
 * @param folder for all data and logs; made when missing
 * @param edgeJar the edge's program
 * @param archiverJar the archiver's
 * @param brokers 1, or 3 of which each record needs two
 */
public record Blueprint(Path folder, Path edgeJar, Path archiverJar, int brokers, int edges, int archivers) {
    public Blueprint {
        if (brokers != 1 && brokers != 3) {
            throw new IllegalArgumentException("1 broker or 3, not " + brokers);
        }
    }
}
