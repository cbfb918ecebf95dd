package dev.homeroom.edge;

/** An edge that clients can connect to. */
interface Edge {
    /** Such as {@code http://127.0.0.1:40123}. */
    String address();
}
