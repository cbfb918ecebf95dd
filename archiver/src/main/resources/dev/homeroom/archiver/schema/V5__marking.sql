-- What teachers say of students' work. It belongs to the room and the student: it goes when one of them is deleted, and
-- stays, without a name, when only the teacher is.

-- The tags of a school that has changed them, as JSON; the others have the standard ones.
CREATE TABLE feedback_tags (
    school   uuid   PRIMARY KEY REFERENCES school ON DELETE CASCADE,
    version  bigint NOT NULL,
    tags     jsonb  NOT NULL
);

-- The criteria of a room, with their levels, as JSON: they are read and changed as a whole.
CREATE TABLE rubric (
    room      uuid   PRIMARY KEY REFERENCES room ON DELETE CASCADE,
    version   bigint NOT NULL,
    criteria  jsonb  NOT NULL
);

-- A comment, or the grade, of one student in one room. The columns are what teachers work on. What the student sees is the
-- copy in "released", and nothing else.
CREATE TABLE feedback (
    id                uuid        PRIMARY KEY,
    room              uuid        NOT NULL REFERENCES room ON DELETE CASCADE,
    student           uuid        NOT NULL REFERENCES account ON DELETE CASCADE,
    kind              text        NOT NULL CHECK (kind IN ('comment', 'grade')),
    -- Grows with each change of what it says; whoever changes it names the one that they have seen.
    version           bigint      NOT NULL DEFAULT 1,
    author            uuid        REFERENCES account ON DELETE SET NULL,
    text              text        NOT NULL,
    tags              text[]      NOT NULL DEFAULT '{}',
    -- Of a grade: the level of each criterion, by their ids.
    scores            jsonb       NOT NULL DEFAULT '{}',
    changed_at        timestamptz NOT NULL DEFAULT now(),
    released          jsonb,
    released_version  bigint,
    released_at       timestamptz,
    -- When the student has seen what was released last.
    seen_at           timestamptz,
    CHECK ((released IS NULL) = (released_version IS NULL) AND (released IS NULL) = (released_at IS NULL))
);
CREATE INDEX feedback_of_room ON feedback (room, student);
CREATE UNIQUE INDEX feedback_one_grade ON feedback (room, student) WHERE kind = 'grade';
CREATE INDEX feedback_released_to ON feedback (student, released_at, id) WHERE released IS NOT NULL;

-- The messages that a comment is about, in their order.
CREATE TABLE feedback_message (
    feedback  uuid NOT NULL REFERENCES feedback ON DELETE CASCADE,
    message   uuid NOT NULL,
    room      uuid NOT NULL,
    place     int  NOT NULL,
    PRIMARY KEY (feedback, message)
);
CREATE INDEX feedback_of_message ON feedback_message (room, message);

-- What is said to feedback that was released, by the student and by teachers of the room.
CREATE TABLE feedback_answer (
    id            uuid        PRIMARY KEY,
    feedback      uuid        NOT NULL REFERENCES feedback ON DELETE CASCADE,
    author        uuid        REFERENCES account ON DELETE SET NULL,
    from_student  boolean     NOT NULL,
    text          text        NOT NULL,
    written_at    timestamptz NOT NULL DEFAULT now(),
    -- When the other side has seen it.
    seen_at       timestamptz
);
CREATE INDEX feedback_answer_of ON feedback_answer (feedback, id);
CREATE INDEX feedback_answer_unseen ON feedback_answer (feedback) WHERE seen_at IS NULL;
