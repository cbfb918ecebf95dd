package dev.homeroom.bench.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameScannerTests {
    private final List<String> found = new ArrayList<>();

    @Test
    void findsFramesThatCameTogether() throws MalformedFrameException {
        byte[] bytes = together(text("one"), text(""), text("three"));
        assertThat(scan(bytes, bytes.length)).isEqualTo(bytes.length);
        assertThat(found).containsExactly("1 one", "1 ", "1 three");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 127, 65_535, 65_536})
    void readsEachFormOfLength(int length) throws MalformedFrameException {
        byte[] bytes = text("x".repeat(length));
        assertThat(scan(bytes, bytes.length)).isEqualTo(bytes.length);
        assertThat(found).containsExactly("1 " + "x".repeat(length));
    }

    /** However the bytes are torn apart, the same frames are found. */
    @Test
    void goesOnWhereAFrameWasTorn() throws MalformedFrameException {
        byte[] bytes = together(text("a".repeat(200)), text("b"), text("c".repeat(70_000)));
        for (int torn : new int[] {0, 1, 2, 3, 4, 203, 204, 205, 206, 207, 208, 216, 217, 218, bytes.length - 1}) {
            found.clear();
            int rest = scan(bytes, torn);
            assertThat(rest).isLessThanOrEqualTo(torn);
            assertThat(FrameScanner.scan(bytes, rest, bytes.length, this::add)).isEqualTo(bytes.length);
            assertThat(found).extracting(String::length).containsExactly(202, 3, 70_002);
        }
    }

    @Test
    void tellsKindsApart() throws MalformedFrameException {
        byte[] bytes = together(frame(0x89, "ping"), frame(0x88, ""));
        scan(bytes, bytes.length);
        assertThat(found).containsExactly("9 ping", "8 ");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x01, 0xc1, 0x91, 0x00})
    void refusesFragmentsAndReservedBits(int first) {
        assertThatThrownBy(() -> scan(frame(first, "x"), 3)).isInstanceOf(MalformedFrameException.class);
    }

    @Test
    void refusesMaskedFrames() {
        byte[] bytes = {(byte) 0x81, (byte) 0x81, 0, 0, 0, 0, 'x'};
        assertThatThrownBy(() -> scan(bytes, bytes.length)).isInstanceOf(MalformedFrameException.class);
    }

    @Test
    void refusesLengthWithTopBit() {
        byte[] bytes = {(byte) 0x82, 127, -1, -1, -1, -1, -1, -1, -1, -1};
        assertThatThrownBy(() -> scan(bytes, bytes.length)).isInstanceOf(MalformedFrameException.class);
    }

    private int scan(byte[] bytes, int to) throws MalformedFrameException {
        return FrameScanner.scan(bytes, 0, to, this::add);
    }

    private void add(int opcode, byte[] bytes, int from, int to) {
        found.add(opcode + " " + new String(bytes, from, to - from, UTF_8));
    }

    private static byte[] text(String payload) {
        return frame(0x81, payload);
    }

    private static byte[] frame(int first, String payload) {
        byte[] bytes = payload.getBytes(UTF_8);
        ByteBuffer frame = ByteBuffer.allocate(bytes.length + 10).put((byte) first);
        if (bytes.length < 126) {
            frame.put((byte) bytes.length);
        } else if (bytes.length < 65_536) {
            frame.put((byte) 126).putShort((short) bytes.length);
        } else {
            frame.put((byte) 127).putLong(bytes.length);
        }
        frame.put(bytes).flip();
        byte[] whole = new byte[frame.remaining()];
        frame.get(whole);
        return whole;
    }

    private static byte[] together(byte[]... frames) {
        ByteBuffer all = ByteBuffer.allocate(100_000);
        for (byte[] frame : frames) {
            all.put(frame);
        }
        byte[] bytes = new byte[all.flip().remaining()];
        all.get(bytes);
        return bytes;
    }
}
