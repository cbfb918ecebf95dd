package dev.homeroom.edge.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class GateTests {
    private final Gate<String> gate = new Gate<>();

    @Test
    void opensForWhatIsExpected() {
        CompletableFuture<String> opened = gate.opened();
        gate.expect("one");
        assertThat(gate.current()).isEmpty();
        gate.open("one");
        assertThat(gate.current()).contains("one");
        assertThat(opened).isCompletedWithValue("one");
    }

    @Test
    void staysShutForWhatIsExpectedNoLonger() {
        gate.expect("one");
        gate.shut();
        gate.open("one");
        assertThat(gate.current()).isEmpty();

        gate.expect("two");
        gate.open("one");
        assertThat(gate.current()).isEmpty();
        gate.open("two");
        assertThat(gate.current()).contains("two");
    }

    @Test
    void whoWaitsWhileItIsShutIsLetInByTheNext() {
        CompletableFuture<String> opened = gate.opened();
        gate.expect("one");
        gate.shut();
        gate.expect("two");
        gate.open("two");
        assertThat(opened).isCompletedWithValue("two");
    }
}
