import { useMemo } from 'react';
import { dayKey } from '../i18n/dates';
import { useI18n } from '../i18n/i18n';
import type { Entry } from '../room/entry';
import { TranscriptEntry } from './TranscriptEntry';

interface TranscriptEntriesProps {
  readonly entries: readonly Entry[];
  readonly words: string;
  /** Only the room's teachers may take a message away. */
  readonly onRemove: ((entry: Entry) => void) | null;
}

export function TranscriptEntries({ entries, words, onRemove }: TranscriptEntriesProps) {
  const { dates } = useI18n();
  const days = useMemo(() => byDay(entries), [entries]);
  return days.map(({ key, at, those }) => (
    <section key={key} className="transcript-day">
      <h2>{dates.day(at)}</h2>
      <ol>
        {those.map((entry, index) => (
          <TranscriptEntry
            key={entry.id}
            entry={entry}
            named={isNamed(entry, those[index - 1])}
            words={words}
            onRemove={onRemove}
          />
        ))}
      </ol>
    </section>
  ));
}

const isNamed = (entry: Entry, previous: Entry | undefined): boolean =>
  previous?.userId !== entry.userId || previous.kind !== entry.kind;

function byDay(entries: readonly Entry[]): { key: string; at: Date; those: Entry[] }[] {
  const days: { key: string; at: Date; those: Entry[] }[] = [];
  for (const entry of entries) {
    const at = new Date(entry.sentAt);
    const key = dayKey(at);
    const last = days.at(-1);
    if (last?.key === key) last.those.push(entry);
    else days.push({ key, at, those: [entry] });
  }
  return days;
}
