-- What has been made of the content of a demo school; there is no row for a school that was to have none.
CREATE TABLE demo_content (
    school    uuid    PRIMARY KEY REFERENCES school,
    -- Those in which something is said, once that is on its way to the log.
    rooms     uuid[],
    complete  boolean NOT NULL DEFAULT false
);
