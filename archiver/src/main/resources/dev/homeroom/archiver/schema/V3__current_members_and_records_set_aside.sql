-- Who is in a room now. A group brings students only: whoever fills groups could otherwise let teachers, themselves among
-- them, into rooms of others. Everything that asks for members asks here.
CREATE VIEW current_member AS
    SELECT m.room, m.account, m.direct, m.muted, a.username, a.display_name, a.role
    FROM room_member m
    JOIN account a ON a.id = m.account
    WHERE NOT m.former AND a.active AND (m.direct OR a.role = 'student');

-- Records that Kafka will never take, since they are too large: out of the way of the others, until a newer record with
-- the same key has got through.
CREATE TABLE outbox_aside (
    seq         bigint      PRIMARY KEY,
    topic       text        NOT NULL,
    record_key  text        NOT NULL,
    value       bytea       NOT NULL,
    set_aside   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX outbox_aside_by_key ON outbox_aside (topic, record_key);
