import { dayKey } from '../i18n/dates';
import type { TranscriptEntry } from './entry';

/** One row of a transcript. Every entry is one; nothing is left out between them. */
export type Row =
  | { readonly type: 'day'; readonly key: string; readonly at: Date }
  /** Nobody did anything for so long, and then a session begins. */
  | { readonly type: 'break'; readonly key: string; readonly minutes: number; readonly at: Date }
  | {
      readonly type: 'entry';
      readonly key: string;
      readonly entry: TranscriptEntry;
      /** Whether the name stands here, or above. */
      readonly named: boolean;
    };

const MINUTE_MS = 60_000;

/** @param gapMinutes how long a break between two sessions is at least; null where sessions are not told apart */
export function rowsOf(entries: readonly TranscriptEntry[], gapMinutes: number | null): Row[] {
  const rows: Row[] = [];
  let previous: TranscriptEntry | null = null;
  let day = '';
  for (const entry of entries) {
    const at = new Date(entry.sentAt);
    const minutes = previous === null ? 0 : Math.floor((at.getTime() - Date.parse(previous.sentAt)) / MINUTE_MS);
    const isBreak = gapMinutes !== null && minutes >= gapMinutes;
    const isNewDay = dayKey(at) !== day;
    if (isNewDay) rows.push({ type: 'day', key: `day ${entry.id}`, at });
    if (isBreak) rows.push({ type: 'break', key: `break ${entry.id}`, minutes, at });
    const named = isNewDay || isBreak || previous?.userId !== entry.userId || previous.kind !== entry.kind;
    rows.push({ type: 'entry', key: entry.id, entry, named });
    day = dayKey(at);
    previous = entry;
  }
  return rows;
}
