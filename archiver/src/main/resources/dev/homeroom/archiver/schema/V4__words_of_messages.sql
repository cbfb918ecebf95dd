-- What messages are found by: their words, in the forms that a search asks for, their room and their author. Null for what is
-- no message, and for messages from before there was such a column, until their words have been found.
ALTER TABLE entry ADD COLUMN terms tsvector;
CREATE INDEX entry_by_terms ON entry USING gin (terms);

-- The newest messages first, for searches that much is found by.
CREATE INDEX entry_by_time ON entry (sent_at, id) WHERE kind = 0;

-- Empty but for what is still to be done.
CREATE INDEX entry_without_terms ON entry (sent_at, id) WHERE kind = 0 AND terms IS NULL;
