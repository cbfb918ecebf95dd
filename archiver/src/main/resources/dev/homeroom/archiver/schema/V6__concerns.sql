-- Who looks after the safety of the school's students, and what they and teachers are asked to look at.

ALTER TABLE account ADD COLUMN safeguarding_lead boolean NOT NULL DEFAULT false;
ALTER TABLE account ADD CONSTRAINT no_student_leads CHECK (role <> 'student' OR NOT safeguarding_lead);

-- A message that somebody should look at. What it says stays in the transcript alone, and goes with it.
CREATE TABLE concern (
    id         uuid        PRIMARY KEY,
    school     uuid        NOT NULL REFERENCES school,
    room       uuid        NOT NULL REFERENCES room,
    message    uuid        NOT NULL,
    -- Of the message, and so is the account, which may be a guest's.
    sent_at    timestamptz NOT NULL,
    account    uuid        NOT NULL,
    raised_at  timestamptz NOT NULL DEFAULT now(),
    reported   boolean     NOT NULL DEFAULT false,
    flagged    boolean     NOT NULL DEFAULT false,
    state      text        NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'passed_on', 'closed')),
    -- How many decisions there have been: whoever decides says how many they know of.
    decisions  int         NOT NULL DEFAULT 0,
    UNIQUE (room, message)
);
CREATE INDEX concern_of_school ON concern (school, raised_at, id);
CREATE INDEX concern_of_room ON concern (room, raised_at, id);

CREATE TABLE concern_report (
    concern      uuid        NOT NULL REFERENCES concern,
    account      uuid        NOT NULL REFERENCES account,
    reason       text        NOT NULL,
    note         text,
    reported_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (concern, account)
);
CREATE INDEX concern_report_by_account ON concern_report (account, reported_at);

-- The flagged words that a message holds, as they stood in the list when it was looked at.
CREATE TABLE concern_word (
    concern  uuid NOT NULL REFERENCES concern,
    word     text NOT NULL,
    PRIMARY KEY (concern, word)
);

CREATE TABLE concern_decision (
    concern     uuid        NOT NULL REFERENCES concern,
    number      int         NOT NULL,
    outcome     text        NOT NULL,
    note        text,
    decided_by  uuid        NOT NULL REFERENCES account,
    decided_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (concern, number)
);

CREATE TABLE flagged_word (
    id              uuid        PRIMARY KEY,
    school          uuid        NOT NULL REFERENCES school,
    text            text        NOT NULL,
    -- Its words in the form that all of their forms share.
    terms           text        NOT NULL,
    added_by        uuid        NOT NULL REFERENCES account,
    added_at        timestamptz NOT NULL DEFAULT now(),
    -- From when on earlier messages are still to be looked through; null once they have been, and where they need not be.
    look_back_from  timestamptz,
    UNIQUE (school, terms)
);
CREATE INDEX flagged_word_looking_back ON flagged_word (added_at) WHERE look_back_from IS NOT NULL;

-- Parts of the log that have just been stored, for those who read them afterwards; gone once they have been read.
CREATE TABLE fresh_batch (
    seq           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    rooms         uuid[]      NOT NULL,
    generation    int         NOT NULL,
    first_offset  bigint      NOT NULL,
    last_offset   bigint      NOT NULL,
    first_sent    timestamptz NOT NULL,
    last_sent     timestamptz NOT NULL
);
