import { useCallback } from 'react';
import { useLoaded } from '../http/useLoaded';
import { dayKey } from '../i18n/dates';
import { useI18n } from '../i18n/i18n';
import type { TranscriptEntry } from '../transcript/entry';
import { everything } from '../transcript/filter';
import { readTranscript } from '../transcript/transcriptApi';
import { Loading } from '../ui/Loading';
import { LoadFailed } from '../ui/LoadFailed';

const NEIGHBOURS = 5;

/** What was written just before and after a message. */
export function ConcernContext({ room, message }: { room: string; message: string }) {
  const { t, dates } = useI18n();
  const { value, error, reload } = useLoaded(
    useCallback((signal: AbortSignal) => readTranscript(room, everything, { message }, signal), [room, message]),
  );
  if (value === null) return error === null ? <Loading /> : <LoadFailed error={error} onRetry={reload} />;
  const messages = value.entries.filter(entry => entry.kind === 'message');
  const place = messages.findIndex(entry => entry.id === message);
  const near = messages.slice(Math.max(0, place - NEIGHBOURS), place + NEIGHBOURS + 1);

  return (
    <ol className="concern-context" aria-label={t('concern.around.label')}>
      {near.map((entry, number) => (
        <li key={entry.id} aria-current={entry.id === message || undefined}>
          {isNewDay(entry, near[number - 1]) && (
            <span className="concern-context-day">{dates.day(new Date(entry.sentAt))}</span>
          )}
          <time dateTime={entry.sentAt}>{dates.time(new Date(entry.sentAt))}</time>{' '}
          <strong className="from-people">{entry.username}</strong>{' '}
          <span className="from-people" dir="auto">
            {entry.text}
          </span>
          {entry.removed && <span className="chip chip-locked">{t('search.removed')}</span>}
        </li>
      ))}
    </ol>
  );
}

const isNewDay = (entry: TranscriptEntry, before: TranscriptEntry | undefined): boolean =>
  before === undefined || dayKey(new Date(before.sentAt)) !== dayKey(new Date(entry.sentAt));
