/** A word that a comment is marked with. */
export interface Tag {
  readonly key: string;
  readonly name: string;
  /** Called as it came, so that the pages say it in the reader's language. */
  readonly standard: boolean;
}

export interface MarkedMessage {
  readonly id: string;
  /** Null where the message is no longer kept. */
  readonly sent_at: string | null;
  /** Null where it was removed. */
  readonly message: string | null;
}

/** How well a criterion was met, in words that stay when the rubric changes. */
export interface Score {
  readonly criterion: string;
  readonly level: string;
  readonly description: string;
  readonly points: number;
  readonly out_of: number;
}

export interface Answer {
  readonly id: string;
  /** Null once the account is deleted. */
  readonly by: { readonly id: string; readonly name: string } | null;
  readonly from_student: boolean;
  readonly text: string;
  readonly written_at: string;
  readonly seen: boolean;
}

/** A comment or a grade, as its student sees it. */
export interface Received {
  readonly id: string;
  readonly kind: 'comment' | 'grade';
  readonly room: { readonly id: string; readonly title: string; readonly member: boolean };
  readonly text: string;
  readonly tags: readonly Tag[];
  readonly messages: readonly MarkedMessage[];
  readonly scores: readonly Score[];
  readonly points: number;
  readonly out_of: number;
  readonly by: string | null;
  readonly released_at: string;
  readonly seen: boolean;
  readonly answers: readonly Answer[];
}

/** How much there is that somebody has not seen. */
export interface News {
  /** Released to them, or answered to it. */
  readonly feedback: number;
  /** Of students, in the rooms that they teach. */
  readonly answers: number;
}

/** A student with answers that no teacher has seen. */
export interface NewAnswers {
  readonly room: string;
  readonly room_title: string;
  readonly student: { readonly id: string; readonly name: string };
  readonly answers: number;
}

export const LONGEST_TEXT = 4_000;

/** Whether its student has not seen all of it. */
export const isNew = ({ seen, answers }: Received): boolean =>
  !seen || answers.some(answer => !answer.from_student && !answer.seen);
