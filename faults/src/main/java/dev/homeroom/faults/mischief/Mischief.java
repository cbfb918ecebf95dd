package dev.homeroom.faults.mischief;

/** What can be done to a part, or to a way between parts. */
public enum Mischief {
    /** SIGKILL, and started again after a while. */
    KILL,
    /** SIGSTOP, and SIGCONT after a while: mostly longer than others believe in its life, sometimes shorter. */
    FREEZE,
    /** SIGTERM, and started again when it has ended. */
    RESTART,
    /** Connections break, and new ones are refused for a while. */
    CUT,
    /** Connections hang for a while. */
    SILENCE;

    /** Whether it is done to a way. */
    public boolean isOfNetwork() {
        return this == CUT || this == SILENCE;
    }
}
