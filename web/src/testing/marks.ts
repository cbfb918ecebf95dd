import type { Received } from '../feedback/feedback';
import type { Mark, StudentMarking } from '../marking/marking';

const AT = '2026-05-13T09:00:00.000Z';

/** A comment on message `m<n>`, as teachers work on it. */
export const mark = (more: Partial<Mark> = {}): Mark => ({
  id: 'f1',
  kind: 'comment',
  version: 1,
  state: 'draft',
  text: 'Look again',
  tags: [],
  messages: [{ id: 'm1', sent_at: AT, message: 'text 1' }],
  scores: {},
  by: { id: 't', name: 'Teacher' },
  changed_at: AT,
  released: null,
  answers: [],
  ...more,
});

export const grade = (more: Partial<Mark> = {}): Mark =>
  mark({ id: 'g1', kind: 'grade', text: 'Fine', messages: [], ...more });

/** Of Ben. */
export const markingOf = (more: Partial<StudentMarking> = {}): StudentMarking => ({
  id: 'ben',
  display_name: 'Ben',
  member: true,
  grade: null,
  comments: [],
  ...more,
});

/** A comment as its student sees it. */
export const received = (more: Partial<Received> = {}): Received => ({
  id: 'f1',
  kind: 'comment',
  room: { id: 'room', title: 'Reading circle', member: true },
  text: 'Look again',
  tags: [{ key: 'spelling', name: 'Spelling', standard: true }],
  messages: [{ id: 'm1', sent_at: AT, message: 'becuase' }],
  scores: [],
  points: 0,
  out_of: 0,
  by: 'Teacher',
  released_at: AT,
  seen: false,
  answers: [],
  ...more,
});
