package dev.homeroom.bench.wire;

/** Takes the frames that were found. The payload is only there during the call. */
interface FrameSink {
    void frame(int opcode, byte[] bytes, int from, int to);
}
