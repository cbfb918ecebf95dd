import { api, query } from '../http/api';
import { apiQuestion, type Question } from './question';

/** A part of a text; `found` says whether it is what was searched for. */
export interface Piece {
  readonly text: string;
  readonly found: boolean;
}

/** A message in which something was found. */
export interface Hit {
  readonly id: string;
  readonly room: string;
  readonly room_title: string;
  readonly user_id: string;
  readonly username: string;
  readonly removed: boolean;
  readonly sent_at: string;
  readonly cursor: string;
  readonly snippet: { readonly pieces: readonly Piece[]; readonly begins: boolean; readonly ends: boolean };
}

export interface HitPage {
  readonly items: readonly Hit[];
  readonly next: string | null;
}

export const LONGEST_SEARCH = 200;

export const searchMessages = (question: Question, after: string | null, signal?: AbortSignal): Promise<HitPage> =>
  api('GET', `/search${query({ ...apiQuestion(question), after })}`, undefined, signal);
