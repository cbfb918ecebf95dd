package dev.homeroom.contract;

/**
 * One line of a room's members.
 *
 * @param account who
 * @param name the name that the room shows
 * @param role teacher or student of this room
 * @param muted may read and not write
 * @param former no member any more: listed so that their messages keep a name
 */
public record RoomMember(AccountId account, String name, RoomRole role, boolean muted, boolean former) {}
