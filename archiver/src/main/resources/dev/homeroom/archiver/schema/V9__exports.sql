-- Exports that are written in the background, and the codes that stand for people in them.

-- Drawn by lot, and kept: whoever has one has the same in every export of the school. An account may be a guest's.
CREATE TABLE pseudonym (
    school   uuid NOT NULL REFERENCES school ON DELETE CASCADE,
    account  uuid NOT NULL,
    code     text NOT NULL,
    PRIMARY KEY (school, account),
    UNIQUE (school, code)
);

CREATE TABLE export (
    id           uuid        PRIMARY KEY,
    account      uuid        NOT NULL REFERENCES account ON DELETE CASCADE,
    -- What was asked for, as the API takes it.
    request      jsonb       NOT NULL,
    -- Whose words are in the file: whoever may not read all of them any more does not get it.
    rooms        uuid[]      NOT NULL,
    title        text        NOT NULL,
    state        text        NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'done', 'failed')),
    -- In entries of the transcript.
    done         bigint      NOT NULL DEFAULT 0,
    total        bigint,
    file_name    text,
    -- In bytes.
    size         bigint      NOT NULL DEFAULT 0,
    problem      text,
    created_at   timestamptz NOT NULL DEFAULT now(),
    finished_at  timestamptz,
    expires_at   timestamptz NOT NULL,
    -- Who writes it, and until when nobody else may: moved on while they are alive. Each attempt is another run.
    run          uuid,
    lease_until  timestamptz,
    attempts     int         NOT NULL DEFAULT 0
);
CREATE INDEX export_of_account ON export (account, id);
CREATE INDEX export_to_do ON export (created_at) WHERE state IN ('waiting', 'running');
CREATE INDEX export_by_expiry ON export (expires_at);

-- The file, where every archiver finds it. A run that was given up leaves parts that nobody reads.
CREATE TABLE export_part (
    export  uuid  NOT NULL REFERENCES export ON DELETE CASCADE,
    run     uuid  NOT NULL,
    number  int   NOT NULL,
    bytes   bytea NOT NULL,
    PRIMARY KEY (export, run, number)
);
