-- Schools, the people in them, their groups and rooms, and what is on its way to Kafka.

CREATE TABLE school (
    id          uuid        PRIMARY KEY,
    name        text        NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE account (
    id                 uuid        PRIMARY KEY,
    school             uuid        NOT NULL REFERENCES school,
    username           text        NOT NULL,
    -- The username in lower case: unique in the installation, so that a sign-in needs no school.
    username_key       text        NOT NULL UNIQUE,
    display_name       text        NOT NULL,
    role               text        NOT NULL CHECK (role IN ('teacher', 'student', 'admin')),
    password           text        NOT NULL,
    active             boolean     NOT NULL DEFAULT true,
    -- Login tokens made before are refused: moved on when the password changes.
    tokens_valid_from  timestamptz NOT NULL DEFAULT 'epoch',
    created_at         timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX account_of_school ON account (school, username_key);

CREATE TABLE signing_key (
    kid          text        PRIMARY KEY,
    private_jwk  text        NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE school_group (
    id          uuid        PRIMARY KEY,
    school      uuid        NOT NULL REFERENCES school,
    name        text        NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX school_group_of_school ON school_group (school, id);

CREATE TABLE school_group_member (
    school_group  uuid NOT NULL REFERENCES school_group ON DELETE CASCADE,
    account       uuid NOT NULL REFERENCES account,
    PRIMARY KEY (school_group, account)
);
CREATE INDEX school_group_of_member ON school_group_member (account);

CREATE TABLE room (
    id          uuid        PRIMARY KEY,
    school      uuid        NOT NULL REFERENCES school,
    title       text        NOT NULL,
    state       text        NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'locked', 'closed')),
    guest       boolean     NOT NULL DEFAULT false,
    -- Grows with each change that edges have to know.
    revision    bigint      NOT NULL DEFAULT 0,
    created_by  uuid        REFERENCES account,
    created_at  timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX room_of_school ON room (school, id);

CREATE TABLE room_group (
    room          uuid NOT NULL REFERENCES room,
    school_group  uuid NOT NULL REFERENCES school_group ON DELETE CASCADE,
    PRIMARY KEY (room, school_group)
);
CREATE INDEX room_of_group ON room_group (school_group);

-- Everybody who is or was a member, chosen directly or by a group of the room. Former members stay, so that what they
-- wrote keeps a name.
CREATE TABLE room_member (
    room     uuid        NOT NULL REFERENCES room,
    account  uuid        NOT NULL REFERENCES account,
    direct   boolean     NOT NULL,
    muted    boolean     NOT NULL DEFAULT false,
    former   boolean     NOT NULL DEFAULT false,
    since    timestamptz NOT NULL DEFAULT now(),
    until    timestamptz,
    PRIMARY KEY (room, account)
);
CREATE INDEX room_of_member ON room_member (account, room);

CREATE TABLE guest (
    id    uuid PRIMARY KEY,
    name  text NOT NULL
);

-- Records that a transaction wants on Kafka, in the order of seq; gone once Kafka has confirmed them.
CREATE TABLE outbox (
    seq         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic       text   NOT NULL,
    record_key  text   NOT NULL,
    value       bytea  NOT NULL
);

-- The topics whose whole content has been published, by Kafka's id: a re-created topic has another one.
CREATE TABLE published_topic (
    topic     text PRIMARY KEY,
    topic_id  uuid NOT NULL
);
