import { useCallback, useMemo, useState } from 'react';
import { ExportDialog } from '../exports/ExportDialog';
import { query } from '../http/api';
import { Problem } from '../http/problem';
import { useLoaded } from '../http/useLoaded';
import { useI18n } from '../i18n/i18n';
import type { Translate } from '../i18n/translate';
import { keepsOrder, marks } from '../rooms/room';
import { getRoom, removeMessage } from '../rooms/roomsApi';
import { goTo, useSearch } from '../routing/location';
import { markingPath, participationPath, roomPath, transcriptPath } from '../routing/route';
import { seesWholeSchool } from '../session/account';
import { useMe } from '../session/session';
import { BackLink } from '../ui/BackLink';
import { Button } from '../ui/Button';
import { ButtonLink } from '../ui/ButtonLink';
import { Confirm } from '../ui/Confirm';
import { EmptyState } from '../ui/EmptyState';
import { Loading } from '../ui/Loading';
import { LoadFailed } from '../ui/LoadFailed';
import { Page } from '../ui/Page';
import { SeenTogether } from '../ui/SeenTogether';
import { StateChip } from '../ui/StateChip';
import { useTell } from '../ui/toast';
import type { TranscriptEntry } from './entry';
import { apiParameters, everything, filterOf, filtersAnything, isWithoutHoles, type TranscriptFilter } from './filter';
import { FilterBar } from './FilterBar';
import { keptGap, minutesOf, USUAL_GAP, type Gap } from './gap';
import { GoToDay } from './GoToDay';
import { landingText } from './landing';
import { MembersDialog } from './MembersDialog';
import { apiPlace, BEGINNING, newest, placeOf, type WantedPlace } from './place';
import { SessionBreak } from './SessionBreak';
import type { Author } from './transcriptApi';
import { ToEnds } from './ToEnds';
import { TranscriptLog } from './TranscriptLog';
import { useAuthors } from './useAuthors';
import { useTranscript, type Transcript } from './useTranscript';
import './transcript.css';

/** What was said in a room, for its teachers to read, filter and take along. */
export function TranscriptPage({ id }: { id: string }) {
  const { t, dates } = useI18n();
  const me = useMe();
  const tell = useTell();
  const search = useSearch();
  const filter = filterOf(search);
  const { message, day } = placeOf(search);
  const place = useMemo(() => apiPlace({ message, day }), [message, day]);
  const { value: room, error: roomError, reload } = useLoaded(useCallback((s: AbortSignal) => getRoom(id, s), [id]));
  const authors = useAuthors(id, room?.members ?? null);
  const students = useMemo(
    () => new Map(authors.filter(({ role }) => role === 'student').map(({ id: student, member }) => [student, member])),
    [authors],
  );
  const transcript = useTranscript(id, filter, place);
  const [gap, setGap] = useState<Gap>(() => keptGap.read() ?? USUAL_GAP);
  /** Makes the bar of filters a new one, which has no words of its own any more. */
  const [cleared, setCleared] = useState(0);
  const [removing, setRemoving] = useState<TranscriptEntry | null>(null);
  const [exporting, setExporting] = useState(false);
  const [askedAbout, setAskedAbout] = useState<TranscriptEntry | null>(null);

  const show = (next: TranscriptFilter, where: WantedPlace = newest): void => {
    const address = query({ ...next, ...where });
    if (address === search) transcript.reload();
    else goTo(transcriptPath(id) + address, { replace: true });
  };
  const divide = (wanted: Gap): void => {
    setGap(wanted);
    keptGap.write(wanted);
  };
  const clear = (): void => {
    setCleared(cleared + 1);
    show(everything);
  };
  const remove = async (entry: TranscriptEntry): Promise<void> => {
    await removeMessage(id, entry.id);
    transcript.markRemoved(entry.id, me.display_name);
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
  const backTo = mayEnter ? roomPath(id) : seesWholeSchool(me) ? '/school' : '/';
  const { entries, state, stale } = transcript;
  const filtered = filtersAnything(filter);
  const badAddress =
    (filtered || message !== '') &&
    transcript.error instanceof Problem &&
    [400, 403, 404].includes(transcript.error.status);
  return (
    <Page
      wide
      compact
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
          {marks(room?.role) && (
            <ButtonLink icon="pen" to={markingPath(id)}>
              {t('marking.title')}
            </ButtonLink>
          )}
          <ButtonLink icon="chart" to={participationPath(id)}>
            {t('participation.title')}
          </ButtonLink>
          <Button icon="download" onClick={() => setExporting(true)}>
            {t('exports.open')}
          </Button>
        </>
      }
    >
      <FilterBar
        key={cleared}
        filter={filter}
        authors={authors}
        groups={room?.groups ?? []}
        seesConcerns={room?.role === 'teacher' || me.safeguarding_lead === true}
        found={stale || state !== 'ready' ? '' : foundText(t, transcript, filtered)}
        landed={stale || state !== 'ready' ? '' : landingText(t, dates, day, transcript)}
        goTo={
          <GoToDay day={day === BEGINNING ? '' : day} onDay={wanted => show(filter, { message: '', day: wanted })} />
        }
        sessions={isWithoutHoles(filter) && <SessionBreak gap={gap} onGap={divide} />}
        ends={
          <ToEnds onBeginning={() => show(filter, { message: '', day: BEGINNING })} onNewest={() => show(filter)} />
        }
        onChange={show}
      />
      {state === 'failed' && badAddress && <BadFilter onClear={clear} />}
      {state === 'failed' && !badAddress && <LoadFailed error={transcript.error} onRetry={transcript.reload} />}
      {state === 'loading' && entries.length === 0 && <Loading />}
      {state === 'ready' && entries.length === 0 && <NothingFound filtered={filtered} />}
      {entries.length > 0 && (
        <SeenTogether people={room?.members ?? []}>
          <TranscriptLog
            room={id}
            transcript={transcript}
            whole={!filtered}
            linked={message === '' ? null : message}
            gapMinutes={isWithoutHoles(filter) ? minutesOf(gap) : null}
            students={marks(room?.role) ? students : null}
            onRemove={keepsOrder(room?.role) ? setRemoving : null}
            onMembers={setAskedAbout}
          />
        </SeenTogether>
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
      {exporting && (
        <ExportDialog
          room={id}
          filter={apiParameters(filter)}
          student={studentOf(filter, authors)}
          total={transcript.total}
          onClose={() => setExporting(false)}
        />
      )}
      {askedAbout !== null && <MembersDialog room={id} at={askedAbout.sentAt} onClose={() => setAskedAbout(null)} />}
    </Page>
  );
}

/** Guests have no account by which what they wrote elsewhere is found. */
function studentOf(filter: TranscriptFilter, authors: readonly Author[]): Author | null {
  return authors.find(({ id, role }) => id === filter.account && role !== 'guest') ?? null;
}

/** How many entries there are. Of what a filter lets through, only what is loaded has been counted. */
function foundText(t: Translate, { total, entries, older, newer }: Transcript, filtered: boolean): string {
  if (total !== null) return t('transcript.total', { count: total });
  if (older !== 'none' || newer !== 'none') return t('transcript.atLeast', { count: entries.length });
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
