package dev.homeroom.edge;

import java.io.IOException;
import org.junit.jupiter.api.Assumptions;

/** Python with the Socket.IO client, as Debian packages them. */
final class DebianPython {
    static final String COMMAND = "/usr/bin/python3";

    private DebianPython() {}

    /** Where it is not installed the test is skipped, loudly; a build server must have it. */
    static void requireOrSkip() {
        if (!isInstalled()) {
            refuse("python3-socketio IS NOT INSTALLED, SO THE CLIENT FOR PYTHON IS NOT TESTED.");
        }
    }

    private static boolean isInstalled() {
        try {
            Process check = new ProcessBuilder(COMMAND, "-c", "import socketio, aiohttp, requests, websocket")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return check.waitFor() == 0;
        } catch (IOException _) {
            return false; // no Python at all
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void refuse(String reason) {
        System.err.println("\n*** " + reason + "\n");
        if (Boolean.parseBoolean(System.getenv("CI"))) {
            throw new AssertionError(reason);
        }
        Assumptions.abort(reason);
    }
}
