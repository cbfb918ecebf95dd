import type { PlainKey } from '../i18n/translate';

export const REASONS = ['bullying', 'hateful', 'sexual', 'danger', 'private_information', 'other'] as const;
export type Reason = (typeof REASONS)[number];

export const STATES = ['open', 'passed_on', 'closed'] as const;
export type ConcernState = (typeof STATES)[number];

export const OUTCOMES = [
  'nothing_to_do',
  'talked_to_student',
  'message_removed',
  'student_muted',
  'passed_on',
  'reopened',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

interface Person {
  readonly id: string;
  readonly name: string;
}

export interface Decision {
  readonly outcome: Outcome;
  readonly note: string | null;
  readonly by: Person;
  readonly decided_at: string;
}

/** A message that somebody should look at: reported, or with flagged words in it. */
export interface Concern {
  readonly id: string;
  readonly room: string;
  readonly room_title: string;
  readonly state: ConcernState;
  readonly raised_at: string;
  readonly message: {
    readonly id: string;
    readonly user_id: string;
    readonly username: string;
    /** Null where it is not kept any more. */
    readonly text: string | null;
    readonly removed: boolean;
    readonly sent_at: string;
    /** Where it has the flagged words. */
    readonly found: readonly { readonly start: number; readonly end: number }[];
  };
  readonly reports: readonly {
    readonly by: Person;
    readonly reason: Reason;
    readonly note: string | null;
    readonly reported_at: string;
  }[];
  readonly words: readonly string[];
  readonly decisions: readonly Decision[];
  /** To be given with the next decision. */
  readonly version: number;
}

export const reasonText = (reason: Reason): PlainKey => `reason.${reason}`;
export const outcomeText = (outcome: Outcome): PlainKey => `outcome.${outcome}`;

/** Whether a report or a flagged word has brought it up, since the order goes by when that was. */
export const raisedText = ({
  reports,
  words,
  raised_at,
}: Concern): 'concern.raised.reported' | 'concern.raised.flagged' =>
  words.length === 0 || reports.some(({ reported_at }) => Date.parse(reported_at) <= Date.parse(raised_at))
    ? 'concern.raised.reported'
    : 'concern.raised.flagged';
