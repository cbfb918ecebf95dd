package dev.homeroom.edge.engineio;

/** The layer above: takes each session that is opened. */
@FunctionalInterface
public interface SessionFactory {
    /** Called before anything is received; what it sends follows the opening packet. */
    SessionListener opened(Session session);
}
