import { allPages, api, query, type Page } from '../http/api';
import type { ArchivedEntry } from '../room/entry';
import type { Chosen, Mark, Rubric, SeenVersion, StudentLine, StudentMarking, TagList } from './marking';

const path = (room: string): string => `/rooms/${encodeURIComponent(room)}`;
const feedbackPath = (room: string, id: string): string => `${path(room)}/feedback/${encodeURIComponent(id)}`;

export const listStudents = (room: string, signal?: AbortSignal): Promise<StudentLine[]> =>
  allPages(after => api<Page<StudentLine>>('GET', `${path(room)}/marking${query({ after })}`, undefined, signal));

export const getMarking = (room: string, student: string, signal?: AbortSignal): Promise<StudentMarking> =>
  api('GET', `${path(room)}/marking/${encodeURIComponent(student)}`, undefined, signal);

export interface CommentDraft {
  readonly messages: readonly string[];
  readonly text: string;
  readonly tags: readonly string[];
}

/** @param id that it gets: sent again with it, it is there once */
export const addComment = (room: string, id: string, draft: CommentDraft): Promise<Mark> =>
  api('POST', `${path(room)}/feedback`, { id, ...draft });

/** @param version that was seen; with any other the server refuses it */
export const changeComment = (room: string, id: string, version: number, draft: CommentDraft): Promise<Mark> =>
  api('PUT', feedbackPath(room, id), { version, ...draft });

export interface GradeDraft {
  readonly text: string;
  readonly scores: Chosen;
}

/** @param version that was seen; 0 where there was no grade */
export const saveGrade = (room: string, student: string, version: number, draft: GradeDraft): Promise<Mark> =>
  api('PUT', `${path(room)}/grades/${encodeURIComponent(student)}`, { version, ...draft });

export const deleteMark = (room: string, mark: Mark): Promise<void> =>
  api('DELETE', `${feedbackPath(room, mark.id)}${query({ version: mark.version, answers: mark.answers.length })}`);

export const releaseMark = (room: string, mark: Mark): Promise<Mark> =>
  api('POST', `${feedbackPath(room, mark.id)}/release`, { version: mark.version });

export const withdrawMark = (room: string, mark: Mark): Promise<Mark> =>
  api('POST', `${feedbackPath(room, mark.id)}/withdraw`, { version: mark.version });

export interface Releases {
  readonly students: number;
  /** What has been changed since it was seen, or is gone. */
  readonly left_out: readonly string[];
}

/** So many are released by one request. */
const AT_ONCE = 1000;

/** Releases these in the versions that were seen. */
export async function releaseAll(room: string, seen: readonly SeenVersion[]): Promise<Releases> {
  let students = 0;
  const leftOut: string[] = [];
  for (let from = 0; from < seen.length; from += AT_ONCE) {
    const feedback = seen.slice(from, from + AT_ONCE).map(({ id, version }) => ({ id, version }));
    const released = await api<Releases>('POST', `${path(room)}/feedback/releases`, { feedback });
    students += released.students;
    leftOut.push(...released.left_out);
  }
  return { students, left_out: leftOut };
}

export const getRubric = (room: string, signal?: AbortSignal): Promise<Rubric> =>
  api('GET', `${path(room)}/rubric`, undefined, signal);

export interface RubricDraft {
  readonly version: number;
  readonly criteria: readonly {
    readonly id?: string;
    readonly name: string;
    readonly description: string;
    readonly levels: readonly {
      readonly id?: string;
      readonly name: string;
      readonly description: string;
      readonly points: number;
    }[];
  }[];
}

export const saveRubric = (room: string, rubric: RubricDraft): Promise<Rubric> =>
  api('PUT', `${path(room)}/rubric`, rubric);

export const getTags = (signal?: AbortSignal): Promise<TagList> => api('GET', '/feedback/tags', undefined, signal);

export const saveTags = (
  version: number,
  tags: readonly { readonly key?: string; readonly name: string }[],
): Promise<TagList> => api('PUT', '/feedback/tags', { version, tags });

export interface Written {
  readonly items: readonly ArchivedEntry[];
  readonly next: string | null;
}

/** What a student wrote, the newest page first, each page in its order. */
export const listWritten = async (
  room: string,
  student: string,
  before: string | null,
  signal?: AbortSignal,
): Promise<Written> => {
  const where = query({ account: student, kind: 'message', before, limit: 100 });
  const page = await api<{ items: readonly ArchivedEntry[]; before: string | null }>(
    'GET',
    `${path(room)}/transcript${where}`,
    undefined,
    signal,
  );
  return { items: page.items, next: page.before };
};
