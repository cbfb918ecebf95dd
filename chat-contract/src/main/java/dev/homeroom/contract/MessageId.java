package dev.homeroom.contract;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** The id of one event of a room: what consumers deduplicate by. */
public record MessageId(UUID value) {
    private static final UUID RESENDABLE = UUID.fromString("7c1d3a52-4b0e-5c66-9a55-1d5f5f0f7a01");

    public static MessageId create() {
        return new MessageId(UuidCreator.getTimeOrderedEpoch());
    }

    /**
     * The id of a message that its client has named. The same person sending the same client id to the same room gets
     * the same message id on every edge; somebody else's client id can never collide with it.
     */
    public static MessageId ofClient(AccountId author, RoomId room, UUID clientId) {
        return new MessageId(UuidCreator.getNameBasedSha1(RESENDABLE, author + "/" + room + "/" + clientId));
    }

    /** @throws IllegalArgumentException if {@code text} is not the text of a UUID */
    public static MessageId parse(String text) {
        return new MessageId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
