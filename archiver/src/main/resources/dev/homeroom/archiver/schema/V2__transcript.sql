-- What was said in rooms, in the order of the log, and how far the log has been stored.

-- One row for each topic that chat.messages has been: a re-created topic starts again at offset 0, and comes after.
CREATE TABLE topic_generation (
    generation  int         GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic_id    uuid        NOT NULL UNIQUE,
    partitions  int         NOT NULL,
    seen_at     timestamptz NOT NULL DEFAULT now()
);

-- Updated by the transaction that stores the records, and locked by it: two archivers can never both go on from here.
CREATE TABLE ingest_progress (
    generation   int    NOT NULL REFERENCES topic_generation,
    partition    int    NOT NULL,
    next_offset  bigint NOT NULL,
    PRIMARY KEY (generation, partition)
) WITH (fillfactor = 50);

CREATE TABLE entry (
    room           uuid        NOT NULL,
    generation     int         NOT NULL,
    log_offset     bigint      NOT NULL,
    log_partition  int         NOT NULL,
    id             uuid        NOT NULL,
    -- 0 message, 1 entered, 2 left
    kind           smallint    NOT NULL,
    account        uuid        NOT NULL,
    sent_at        timestamptz NOT NULL,
    text           text,
    removed_at     timestamptz,
    removed_by     uuid,
    PRIMARY KEY (room, generation, log_offset, sent_at)
) PARTITION BY RANGE (sent_at);

-- Finds a message by its id: to store a resent one only once, and to remove one.
CREATE INDEX entry_by_id ON entry (id);

CREATE TABLE entry_default PARTITION OF entry DEFAULT;

-- What a list of rooms shows, kept up to date with each batch. first_sent_at lets a page of history skip the time
-- partitions before the room.
CREATE TABLE room_activity (
    room             uuid        PRIMARY KEY,
    first_sent_at    timestamptz NOT NULL,
    last_message_at  timestamptz,
    entries          bigint      NOT NULL
) WITH (fillfactor = 50);
