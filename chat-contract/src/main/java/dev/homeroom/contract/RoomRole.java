package dev.homeroom.contract;

/** What a member is in one room. */
public enum RoomRole {
    TEACHER,
    STUDENT
}
