import { kept, type Kept } from '../ui/kept';
import type { CommentDraft, GradeDraft } from './markingApi';

const PREFIX = 'homeroom.marking.';

/** What a teacher has written for a student and not saved: with the version that it changes. */
export interface Unsaved {
  readonly grade?: GradeDraft & { readonly version: number };
  /** A new one. */
  readonly comment?: CommentDraft & { readonly id?: string };
  /** Changes of comments that are there, by their ids. */
  readonly changes?: Readonly<Record<string, CommentChange>>;
}

export type CommentChange = CommentDraft & { readonly version: number };

/** Kept on this computer, so that going to the next student, or a reload, loses nothing. */
export const unsavedOf = (me: string, room: string, student: string): Kept<Unsaved> =>
  kept<Unsaved>(`${PREFIX}${me}.${room}.${student}`, value => typeof value === 'object');

export function forgetUnsavedMarking(me: string): void {
  try {
    Object.keys(localStorage)
      .filter(key => key.startsWith(`${PREFIX}${me}.`))
      .forEach(key => localStorage.removeItem(key));
  } catch {
    // Switched off.
  }
}

/** Changes one part of what is kept; null takes it away. */
export function keepUnsaved<K extends keyof Unsaved>(store: Kept<Unsaved>, part: K, value: Unsaved[K] | null): void {
  const kept = Object.entries(store.read() ?? {}).filter(([name]) => name !== part);
  const next: Unsaved = Object.fromEntries(value === null || value === undefined ? kept : [...kept, [part, value]]);
  if (Object.keys(next).length === 0) store.forget();
  else store.write(next);
}

/** Changes what is kept of one comment that is there; null takes it away. */
export function keepChange(store: Kept<Unsaved>, comment: string, change: CommentChange | null): void {
  const others = Object.entries(store.read()?.changes ?? {}).filter(([id]) => id !== comment);
  const changes = change === null ? others : [...others, [comment, change] as const];
  keepUnsaved(store, 'changes', changes.length === 0 ? null : Object.fromEntries(changes));
}
