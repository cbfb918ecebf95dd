package dev.homeroom.edge.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class EncodedPacketTests {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Test
    void givesTheSameBytesToEverySocket() {
        EncodedPacket packet = EncodedPacket.event("news", JSON.stringNode("x"));

        assertThat(packet.messages()).isSameAs(packet.messages()).hasSize(1);
    }

    @Test
    void sendsEachBinaryNodeBehindTheText() {
        ObjectNode nested = JSON.objectNode();
        nested.putArray("list").add(new byte[] {1}).add(2);

        EncodedPacket packet = EncodedPacket.event("bytes", nested, JSON.binaryNode(new byte[] {3, 4}));

        assertThat(packet.messages()).hasSize(3);
    }

    @Test
    void leavesWhatItIsGivenAsItIs() {
        ObjectNode given = JSON.objectNode().put("bytes", new byte[] {1});

        var _ = EncodedPacket.event("bytes", given);

        assertThat(given.get("bytes").isBinary()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener"})
    void refusesReservedNames(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> EncodedPacket.event(name));
    }
}
