package dev.homeroom.edge.engineio;

import java.util.concurrent.Executor;

/** What all sessions of one server share. */
record Engine(
        EngineSettings settings,
        SessionFactory factory,
        Sessions sessions,
        TimerWheel wheel,
        WriteBuffers buffers,
        Executor executor) {}
