-- How many words a message has, as the archiver counts them; null for what is no message, and for messages from before there
-- was such a column, until they have been counted.
ALTER TABLE entry ADD COLUMN word_count integer;

-- Empty but for what is still to be done.
DROP INDEX entry_without_terms;
CREATE INDEX entry_without_words ON entry (sent_at, id) WHERE kind = 0 AND (terms IS NULL OR word_count IS NULL);

-- Few, and counted apart.
CREATE INDEX entry_removed ON entry (room, sent_at) WHERE removed_at IS NOT NULL;
