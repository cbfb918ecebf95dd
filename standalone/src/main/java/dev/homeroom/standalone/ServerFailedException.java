package dev.homeroom.standalone;

import dev.homeroom.backends.Start;
import java.nio.file.Path;

/** A server that Homeroom cannot do without did not start. The message is one line for a person. */
final class ServerFailedException extends RuntimeException {
    private ServerFailedException(String line) {
        super(line);
    }

    static <S> S unlessStarted(Start<S> start) {
        return switch (start) {
            case Start.Started<S>(S server) -> server;
            case Start.PortTaken<S>(int port) -> throw new ServerFailedException("port " + port + " is taken");
            case Start.FolderInUse<S>(Path folder) -> throw new ServerFailedException(folder + " is in use");
            case Start.Failed<S>(String reason, Path log) ->
                throw new ServerFailedException(reason + "; its log is " + log);
        };
    }
}
