package dev.homeroom.edge.chat;

import dev.homeroom.edge.membership.Arrivals;
import dev.homeroom.edge.membership.RoomDirectory;
import dev.homeroom.edge.publish.PublishProperties;
import dev.homeroom.edge.recovery.RecoveryProperties;
import org.springframework.stereotype.Component;

/** What every connection works with. */
@Component
record ChatParts(
        LiveGate gate,
        RoomDirectory directory,
        Arrivals arrivals,
        People people,
        RoomDoor door,
        Speaker speaker,
        Occupants occupants,
        ChatProperties properties,
        PublishProperties publishing,
        RecoveryProperties recovery) {}
