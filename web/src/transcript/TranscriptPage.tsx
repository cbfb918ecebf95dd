import { useCallback, useState } from 'react';
import { useLoaded } from '../http/useLoaded';
import { Problem } from '../http/problem';
import { useI18n } from '../i18n/i18n';
import type { Translate } from '../i18n/translate';
import type { Entry } from '../room/entry';
import { getRoom, removeMessage } from '../rooms/roomsApi';
import { goTo, useSearch } from '../routing/location';
import { markingPath, roomPath, transcriptPath } from '../routing/route';
import { useMe } from '../session/session';
import { BackLink } from '../ui/BackLink';
import { Button } from '../ui/Button';
import { ButtonLink } from '../ui/ButtonLink';
import { Confirm } from '../ui/Confirm';
import { EmptyState } from '../ui/EmptyState';
import { Loading } from '../ui/Loading';
import { LoadFailed } from '../ui/LoadFailed';
import { LoadMore } from '../ui/LoadMore';
import { Page } from '../ui/Page';
import { StateChip } from '../ui/StateChip';
import { useTell } from '../ui/toast';
import { ExportLinks } from './ExportLinks';
import { everything, filterOf, filtersAnything, type TranscriptFilter } from './filter';
import { FilterBar } from './FilterBar';
import { useAuthors } from './useAuthors';
import { TranscriptEntries } from './TranscriptEntries';
import { useTranscript, type Transcript } from './useTranscript';
import { query } from '../http/api';
import './transcript.css';

/** What was said in a room, for its teachers to read, filter and take along. */
export function TranscriptPage({ id }: { id: string }) {
  const { t } = useI18n();
  const me = useMe();
  const tell = useTell();
  const filter = filterOf(useSearch());
  const { value: room, error: roomError, reload } = useLoaded(useCallback((s: AbortSignal) => getRoom(id, s), [id]));
  const authors = useAuthors(id, room?.members ?? null);
  const transcript = useTranscript(id, filter);
  /** Makes the bar of filters a new one, which has no words of its own any more. */
  const [cleared, setCleared] = useState(0);
  const [removing, setRemoving] = useState<Entry | null>(null);

  const show = (next: TranscriptFilter): void => goTo(transcriptPath(id) + query({ ...next }), { replace: true });
  const clear = (): void => {
    setCleared(cleared + 1);
    show(everything);
  };
  const remove = async (entry: Entry): Promise<void> => {
    await removeMessage(id, entry.id);
    transcript.markRemoved(entry.id);
    tell(t('message.removed'));
  };

  if (room === null && roomError !== null) {
    return (
      <Page title={t('transcript.title')}>
        <LoadFailed error={roomError} onRetry={reload} />
      </Page>
    );
  }
  const mayEnter = room !== null && room.state !== 'closed' && room.members.some(member => member.id === me.id);
  const backTo = mayEnter ? roomPath(id) : me.role === 'admin' ? '/school' : '/';
  const { entries, state, stale, earlier } = transcript;
  const badFilter = filtersAnything(filter) && transcript.error instanceof Problem && transcript.error.status === 400;
  const found = stale || state !== 'ready' ? '' : foundText(t, transcript, filtersAnything(filter));
  return (
    <Page
      wide
      title={room?.title ?? t('transcript.title')}
      lead={t('transcript.title')}
      above={
        <BackLink to={backTo}>
          {mayEnter ? t('transcript.toRoom') : t(backTo === '/' ? 'nav.rooms' : 'nav.school')}
        </BackLink>
      }
      actions={
        <>
          {room !== null && <StateChip state={room.state} />}
          <ButtonLink icon="check" to={markingPath(id)}>
            {t('marking.title')}
          </ButtonLink>
          <ExportLinks room={id} filter={filter} />
        </>
      }
    >
      <FilterBar key={cleared} filter={filter} authors={authors} found={found} onChange={show} />
      {state === 'failed' && badFilter && <BadFilter onClear={clear} />}
      {state === 'failed' && !badFilter && <LoadFailed error={transcript.error} onRetry={transcript.reload} />}
      {state === 'loading' && entries.length === 0 && <Loading />}
      {state === 'ready' && entries.length === 0 && <NothingFound filtered={filtersAnything(filter)} />}
      {entries.length > 0 && (
        <div className="sheet transcript" aria-busy={state === 'loading'}>
          <div className="transcript-earlier">
            <LoadMore
              more={earlier}
              label={t('transcript.earlier')}
              failed={t('room.olderFailed')}
              onLoad={transcript.loadEarlier}
            />
            {earlier === 'none' && !filtersAnything(filter) && t('transcript.start')}
          </div>
          <TranscriptEntries
            entries={entries}
            words={filter.text}
            onRemove={room?.role === 'teacher' ? setRemoving : null}
          />
        </div>
      )}
      {removing !== null && (
        <Confirm
          title={t('message.remove')}
          help={t('message.remove.help', { name: removing.username })}
          action={t('message.remove.do')}
          onConfirm={() => remove(removing)}
          onClose={() => setRemoving(null)}
        />
      )}
    </Page>
  );
}

/** How many entries there are. Of what a filter lets through, only what is loaded has been counted. */
function foundText(t: Translate, { total, entries, earlier }: Transcript, filtered: boolean): string {
  if (total !== null) return t('transcript.total', { count: total });
  if (earlier !== 'none') return t('transcript.newest', { count: entries.length });
  return t(filtered ? 'transcript.matches' : 'transcript.total', { count: entries.length });
}

/** A link to a filter may have come to harm on its way; trying again would be of no use. */
function BadFilter({ onClear }: { onClear: () => void }) {
  const { t } = useI18n();
  return (
    <div role="alert">
      <EmptyState title={t('transcript.badFilter')} help={t('transcript.badFilter.help')}>
        <Button look="main" onClick={onClear}>
          {t('transcript.clear')}
        </Button>
      </EmptyState>
    </div>
  );
}

function NothingFound({ filtered }: { filtered: boolean }) {
  const { t } = useI18n();
  return filtered ? (
    <EmptyState title={t('transcript.noMatch')} help={t('transcript.noMatch.help')} />
  ) : (
    <EmptyState title={t('transcript.empty')} help={t('transcript.empty.help')} />
  );
}
