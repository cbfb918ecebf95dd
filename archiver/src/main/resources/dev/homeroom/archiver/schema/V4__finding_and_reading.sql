-- What messages are found by: their words, in the forms that a search asks for, their room and their author. Null for what is
-- no message, and for messages from before there was such a column, until their words have been found.
ALTER TABLE entry ADD COLUMN terms tsvector;
CREATE INDEX entry_by_terms ON entry USING gin (terms);

-- The newest messages first, for searches that much is found by.
CREATE INDEX entry_by_time ON entry (sent_at, id) WHERE kind = 0;

-- Empty but for what is still to be done.
CREATE INDEX entry_without_terms ON entry (sent_at, id) WHERE kind = 0 AND terms IS NULL;

-- For transcripts: where a day begins, what somebody wrote, and who came and went.
CREATE INDEX entry_by_room_and_time ON entry (room, sent_at);
CREATE INDEX entry_by_author ON entry (room, account, generation, log_offset);
CREATE INDEX entry_of_passage ON entry (room, kind, generation, log_offset) WHERE kind <> 0;

-- Who was a member from when to when; until is null for those who are. One row for each time that somebody was.
CREATE TABLE membership (
    room     uuid        NOT NULL REFERENCES room,
    account  uuid        NOT NULL REFERENCES account,
    since    timestamptz NOT NULL,
    until    timestamptz,
    PRIMARY KEY (room, account, since)
);
CREATE UNIQUE INDEX membership_now ON membership (room, account) WHERE until IS NULL;

-- Of those who were members more than once, only the last time is known.
INSERT INTO membership (room, account, since, until)
SELECT m.room, m.account, m.since, CASE WHEN c.account IS NULL THEN greatest(m.since, coalesce(m.until, now())) END
FROM room_member m
LEFT JOIN current_member c ON c.room = m.room AND c.account = m.account;
