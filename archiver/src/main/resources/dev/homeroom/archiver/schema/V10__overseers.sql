-- Everybody who opens a room is told who reads along without being in it.
CREATE INDEX account_overseer ON account (school) WHERE active AND (role = 'admin' OR safeguarding_lead);
