package dev.homeroom.faults.deployment;

import java.nio.file.Path;
import java.util.List;

/**
 * What a deployment consists of.
 *
 * @param folder for all data and logs; made when missing
 * @param edgeJar the edge's program
 * @param archiverJar the archiver's
 * @param brokers 1, or 3 of which each record needs two
 * @param options of the edges' and archivers' JVMs
 */
public record Blueprint(
        Path folder, Path edgeJar, Path archiverJar, int brokers, int edges, int archivers, List<String> options) {
    public Blueprint {
        if (brokers != 1 && brokers != 3) {
            throw new IllegalArgumentException("1 broker or 3, not " + brokers);
        }
        options = List.copyOf(options);
    }

    public Blueprint withOptions(List<String> others) {
        return new Blueprint(folder, edgeJar, archiverJar, brokers, edges, archivers, others);
    }
}
