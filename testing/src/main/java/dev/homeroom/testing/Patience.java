package dev.homeroom.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * How long tests wait for what must happen at some time: long enough for a busy machine. A test states a time of its own
 * only where the time itself is promised.
 */
public final class Patience implements LauncherSessionListener {
    private static final Duration EVENTUALLY = Duration.ofSeconds(60);

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Awaitility.setDefaultTimeout(EVENTUALLY);
    }
}
