import { useMemo } from 'react';
import { useI18n } from '../i18n/i18n';
import { LoadMore } from '../ui/LoadMore';
import { moveBetweenEntries } from '../ui/moveBetweenEntries';
import { BreakRow } from './BreakRow';
import type { TranscriptEntry } from './entry';
import { EntryRow } from './EntryRow';
import { rowsOf } from './rows';
import { useEndlessScroll } from './useEndlessScroll';
import type { Transcript } from './useTranscript';

interface TranscriptLogProps {
  readonly room: string;
  readonly transcript: Transcript;
  /** Whether everything is shown, from its first entry to its last. */
  readonly whole: boolean;
  /** The message that was linked to. */
  readonly linked: string | null;
  /** How long a break between two sessions is at least; null where sessions are not told apart. */
  readonly gapMinutes: number | null;
  /** Only the room's teachers may take a message away. */
  readonly onRemove: ((entry: TranscriptEntry) => void) | null;
  /** Those of whom there is a marking, and whether they are still in the room; null where whoever reads does not mark. */
  readonly students: ReadonlyMap<string, boolean> | null;
  readonly onMembers: (entry: TranscriptEntry) => void;
}

export function TranscriptLog(props: TranscriptLogProps) {
  const { room, transcript, whole, linked, gapMinutes, students, onRemove, onMembers } = props;
  const { t, dates } = useI18n();
  const { entries, state, older, newer } = transcript;
  const { scroller, onScroll } = useEndlessScroll(transcript);
  const rows = useMemo(() => rowsOf(entries, gapMinutes), [entries, gapMinutes]);
  return (
    <div
      ref={scroller}
      className="sheet transcript"
      role="region"
      aria-label={t('transcript.title')}
      aria-busy={state === 'loading' || older === 'loading' || newer === 'loading'}
      tabIndex={0}
      onScroll={onScroll}
      onKeyDown={moveBetweenEntries}
    >
      <div className="transcript-end">
        <LoadMore
          more={older}
          label={t('transcript.earlier')}
          failed={t('room.olderFailed')}
          onLoad={transcript.loadOlder}
        />
        {older === 'none' && whole && t('transcript.start')}
      </div>
      <ol>
        {rows.map(row => {
          switch (row.type) {
            case 'day':
              return (
                <li key={row.key} className="transcript-day">
                  <h2>{dates.day(row.at)}</h2>
                </li>
              );
            case 'break':
              return <BreakRow key={row.key} minutes={row.minutes} at={row.at} />;
            case 'entry':
              return (
                <EntryRow
                  key={row.key}
                  room={room}
                  entry={row.entry}
                  named={row.named}
                  linked={row.entry.id === linked}
                  mayMark={students?.has(row.entry.userId) ?? false}
                  mayComment={students?.get(row.entry.userId) ?? false}
                  onRemove={onRemove}
                  onMembers={onMembers}
                />
              );
          }
        })}
      </ol>
      <div className="transcript-end">
        <LoadMore
          more={newer === 'none' ? 'idle' : newer}
          label={t(newer === 'none' ? 'transcript.look' : 'transcript.later')}
          failed={t('transcript.laterFailed')}
          onLoad={transcript.loadNewer}
        />
      </div>
    </div>
  );
}
