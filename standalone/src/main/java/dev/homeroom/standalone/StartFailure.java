package dev.homeroom.standalone;

import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.NestedExceptionUtils;

/** Why the programs did not start, in one line for a person. */
final class StartFailure {
    private StartFailure() {}

    static String line(RuntimeException failure, DataFolder folder) {
        return switch (NestedExceptionUtils.getMostSpecificCause(failure)) {
            case ServerFailedException failed -> String.valueOf(failed.getMessage());
            case PortInUseException taken -> "port " + taken.getPort() + " is taken; --port chooses another";
            case Throwable other -> "could not start: " + other + "; the log is " + folder.log();
        };
    }
}
