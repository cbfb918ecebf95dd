package dev.homeroom.archiver.start;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far the start has come. Any thread may ask. */
@Component
public class Readiness {
    /** Each stage includes the ones before. */
    public enum Stage {
        WAITING_FOR_POSTGRES,
        /** The HTTP API answers; nothing is ingested or published yet. */
        WAITING_FOR_KAFKA,
        RUNNING
    }

    private volatile Stage stage = Stage.WAITING_FOR_POSTGRES;
    private volatile @Nullable String obstacle;

    public Stage stage() {
        return stage;
    }

    /** Why the start does not go on, in words; null where it does. */
    public @Nullable String obstacle() {
        return obstacle;
    }

    public boolean isDatabaseReady() {
        return stage != Stage.WAITING_FOR_POSTGRES;
    }

    void reached(Stage reached) {
        obstacle = null;
        stage = reached;
    }

    void hindered(String by) {
        obstacle = by;
    }
}
