package dev.homeroom.archiver.demo;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.homeroom.archiver.demo.Script.Line;
import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.MessageId;
import dev.homeroom.contract.RoomId;
import java.util.UUID;

/** A room with its script. The ids of what is said in it follow from both, so that it can be found again. */
record ToldRoom(RoomId id, Script script) {
    private static final UUID LINES = UUID.fromString("5d0c1c3e-6a56-5f0b-9d0e-6c2b7f3f9a04");

    /** As the author's client would have given it. */
    UUID clientId(Line line) {
        return UuidCreator.getNameBasedSha1(LINES, id + "/" + line.key());
    }

    MessageId message(Line line, AccountId author) {
        return MessageId.ofClient(author, id, clientId(line));
    }
}
