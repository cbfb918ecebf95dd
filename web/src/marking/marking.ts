import type { Answer, MarkedMessage, Score, Tag } from '../feedback/feedback';

/** How what teachers work on and what the student sees are to each other; `changed`: the student sees what it was before. */
export type MarkState = 'draft' | 'released' | 'changed';

export interface Level {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly points: number;
}

export interface Criterion {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly levels: readonly Level[];
}

export interface Rubric {
  /** 0 where there is none yet. */
  readonly version: number;
  readonly criteria: readonly Criterion[];
  readonly out_of: number;
}

/** The level of each criterion, by their ids. */
export type Chosen = Readonly<Record<string, string>>;

/** A comment or a grade, as teachers work on it. */
export interface Mark {
  readonly id: string;
  readonly kind: 'comment' | 'grade';
  readonly version: number;
  readonly state: MarkState;
  readonly text: string;
  readonly tags: readonly Tag[];
  readonly messages: readonly MarkedMessage[];
  readonly scores: Chosen;
  readonly by: { readonly id: string; readonly name: string } | null;
  readonly changed_at: string;
  /** What the student sees. */
  readonly released: {
    readonly text: string;
    readonly scores: readonly Score[];
    readonly points: number;
    readonly out_of: number;
    readonly seen_at: string | null;
  } | null;
  readonly answers: readonly Answer[];
}

/** The marking of one student in one room. */
export interface StudentMarking {
  readonly id: string;
  readonly display_name: string;
  /** Whether they are in the room now; otherwise nothing is added and nothing changed. */
  readonly member: boolean;
  readonly grade: Mark | null;
  readonly comments: readonly Mark[];
}

/** A comment or a grade in the version that somebody has seen. */
export type SeenVersion = Pick<Mark, 'id' | 'version'>;

export interface StudentLine {
  readonly id: string;
  readonly display_name: string;
  readonly member: boolean;
  readonly comments: number;
  readonly unreleased: number;
  /** Those. */
  readonly drafts: readonly SeenVersion[];
  readonly new_answers: number;
  readonly grade: {
    readonly state: MarkState;
    readonly scored: number;
    readonly points: number;
    /** What the student sees; null while they see nothing. */
    readonly released_points: number | null;
  } | null;
}

export interface TagList {
  readonly version: number;
  readonly tags: readonly Tag[];
}

/** What the scores come to. */
export const pointsOf = ({ criteria }: Rubric, scores: Chosen): number =>
  criteria.reduce((sum, { id, levels }) => sum + (levels.find(level => level.id === scores[id])?.points ?? 0), 0);

export const marksOf = ({ grade, comments }: StudentMarking): readonly Mark[] =>
  grade === null ? comments : [grade, ...comments];

export const isUnreleased = ({ state }: Mark): boolean => state !== 'released';
