package dev.homeroom.archiver.room;

import dev.homeroom.contract.RoomId;

/** A room that exists for whoever asked, and what they are to it. */
public record RoomEntrance(RoomId room, String title, RoomAccess access) {}
