-- How many seconds a student waits from one message to the next, and when students may write, as JSON; null for rooms
-- without.
ALTER TABLE room ADD COLUMN slow_mode integer CHECK (slow_mode BETWEEN 1 AND 600);
ALTER TABLE room ADD COLUMN hours jsonb;
