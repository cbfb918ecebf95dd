-- Whoever watches rooms has what waits in each of them counted again every few seconds.
CREATE INDEX concern_open ON concern (room) WHERE state = 'open';
