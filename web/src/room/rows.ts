import { dayKey } from '../i18n/dates';
import type { Entry } from './entry';

/** One row of the log as it is drawn. */
export type Row =
  | { readonly type: 'day'; readonly key: string; readonly at: Date }
  | { readonly type: 'message'; readonly key: string; readonly entry: Entry; readonly first: boolean }
  | { readonly type: 'notice'; readonly key: string; readonly kind: 'entered' | 'left'; readonly names: string[] }
  | { readonly type: 'gap'; readonly key: string };

const GROUP_BREAK_MS = 5 * 60_000;

/**
 * Draws entries as rows: a heading per day, messages of one person in a row as one group, and comings and goings
 * between two messages as at most two notices, in which somebody who only passed by, or only reloaded, is left out.
 *
 * @param gapAt the index of the entry before which some may be missing
 * @param me whose own comings and goings are not told
 */
export function rowsOf(entries: readonly Entry[], gapAt: number | null, me: string): Row[] {
  const rows: Row[] = [];
  let passing: Entry[] = [];
  let day = '';
  /** The heading of a day of which nothing is drawn yet: some days hold only what is not told. */
  let heading: Row[] = [];
  let previous: Entry | null = null;

  const draw = (...those: readonly Row[]): void => {
    if (those.length === 0) return;
    rows.push(...heading, ...those);
    heading = [];
  };
  const settle = (): void => {
    draw(...notices(passing));
    passing = [];
  };

  entries.forEach((entry, index) => {
    if (index === gapAt) {
      settle();
      rows.push({ type: 'gap', key: 'gap' });
      previous = null;
    }
    const at = new Date(entry.sentAt);
    if (dayKey(at) !== day) {
      settle();
      day = dayKey(at);
      heading = [{ type: 'day', key: `day-${day}-${entry.id}`, at }];
      previous = null;
    }
    if (entry.kind !== 'message') {
      if (entry.userId !== me) passing.push(entry);
      return;
    }
    if (passing.length > 0) {
      const before = rows.length;
      settle();
      if (rows.length > before) previous = null;
    }
    draw({ type: 'message', key: entry.id, entry, first: !continues(previous, entry) });
    previous = entry;
  });
  settle();
  if (gapAt === entries.length) rows.push({ type: 'gap', key: 'gap' });
  return rows;
}

function continues(previous: Entry | null, entry: Entry): boolean {
  if (previous?.userId !== entry.userId || previous.username !== entry.username) return false;
  return new Date(entry.sentAt).getTime() - new Date(previous.sentAt).getTime() < GROUP_BREAK_MS;
}

function notices(passing: readonly Entry[]): Row[] {
  const byPerson = new Map<string, Entry[]>();
  for (const entry of passing) byPerson.set(entry.userId, [...(byPerson.get(entry.userId) ?? []), entry]);
  const changed = passing.filter(entry => {
    const own = byPerson.get(entry.userId) ?? [];
    return own[0]?.kind === entry.kind && own.at(-1) === entry;
  });
  // Whichever ended last comes last, so that two notices tell of what happened in its order.
  const kinds = changed.at(-1)?.kind === 'entered' ? (['left', 'entered'] as const) : (['entered', 'left'] as const);
  return kinds.flatMap(kind => {
    const those = changed.filter(entry => entry.kind === kind);
    const key = those[0]?.id;
    if (key === undefined) return [];
    return [{ type: 'notice' as const, key: `${kind}-${key}`, kind, names: those.map(entry => entry.username) }];
  });
}
