package dev.homeroom.backends;

import java.nio.file.Path;

/** How the start of a backend went. */
public sealed interface Start<S> {
    record Started<S>(S backend) implements Start<S> {}

    /** Somebody else listens where the backend should; nothing was started. */
    record PortTaken<S>(int port) implements Start<S> {}

    /** Another process works in this data folder, and did not leave it in time. */
    record FolderInUse<S>(Path folder) implements Start<S> {}

    /**
     * It did not come up; nothing is left running.
     *
     * @param reason one line for a person
     * @param log where the backend itself wrote what is wrong
     */
    record Failed<S>(String reason, Path log) implements Start<S> {}

    /** The backend, for those to whom every other outcome is a bug. */
    default S orThrow() {
        return switch (this) {
            case Started<S>(S backend) -> backend;
            case PortTaken<S>(int port) -> throw new IllegalStateException("port " + port + " is taken");
            case FolderInUse<S>(Path folder) -> throw new IllegalStateException(folder + " is in use");
            case Failed<S>(String reason, Path log) ->
                throw new IllegalStateException(reason + "; its log is " + log + "\n" + LogTail.of(log));
        };
    }
}
