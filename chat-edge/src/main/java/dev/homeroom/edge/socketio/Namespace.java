package dev.homeroom.edge.socketio;

import java.util.concurrent.CompletionStage;

/** What an application does with one namespace: it admits clients, and listens to those that it admitted. */
@FunctionalInterface
public interface Namespace {
    /**
     * Decides about a CONNECT. Called on an I/O thread and must not block; the answer may come later, from any thread. A
     * stage that fails is answered with a CONNECT_ERROR that tells nothing.
     */
    CompletionStage<Admission> admit(Handshake handshake);
}
