-- Who looks after the safety of the school's students, and what they and teachers are asked to look at.

ALTER TABLE account ADD COLUMN safeguarding_lead boolean NOT NULL DEFAULT false;
ALTER TABLE account ADD CONSTRAINT no_student_leads CHECK (role <> 'student' OR NOT safeguarding_lead);
