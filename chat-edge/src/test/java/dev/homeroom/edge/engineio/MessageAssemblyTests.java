package dev.homeroom.edge.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.edge.engineio.MessageAssembly.Result;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;
import org.junit.jupiter.api.Test;

class MessageAssemblyTests {
    private final MessageAssembly assembly = new MessageAssembly(EngineServer.patient());

    private Result add(byte kind, String payload, boolean last) {
        Frame frame = new Frame(kind, last, ByteBuffer.wrap(payload.getBytes(StandardCharsets.UTF_8)));
        return assembly.add(frame);
    }

    @Test
    void putsAMessageTogether() {
        assertThat(add(OpCode.TEXT, "one ", false)).isEqualTo(Result.Partial.INCOMPLETE);
        assertThat(add(OpCode.CONTINUATION, "two ", false)).isEqualTo(Result.Partial.INCOMPLETE);
        assertThat(add(OpCode.CONTINUATION, "three", true)).isEqualTo(new Result.Text("one two three"));
    }

    @Test
    void keepsNothingFromOneMessageToTheNext() {
        add(OpCode.TEXT, "a long first message", true);

        assertThat(add(OpCode.TEXT, "short", true)).isEqualTo(new Result.Text("short"));
        assertThat(add(OpCode.BINARY, "bytes", true))
                .isInstanceOfSatisfying(
                        Result.Binary.class,
                        binary -> assertThat(binary.bytes()).isEqualTo("bytes".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void takesAsMuchAsTheLimitAndNoByteMore() {
        String most = "x".repeat(EngineServer.MAX_PAYLOAD);

        assertThat(add(OpCode.TEXT, most, true)).isEqualTo(new Result.Text(most));
        assertThat(add(OpCode.TEXT, most, false)).isEqualTo(Result.Partial.INCOMPLETE);
        assertThat(add(OpCode.CONTINUATION, "x", true)).isEqualTo(Result.Partial.TOO_LARGE);
    }
}
