import { useCallback, useMemo } from 'react';
import { query } from '../http/api';
import { useLoaded } from '../http/useLoaded';
import { useI18n } from '../i18n/i18n';
import { marks } from '../rooms/room';
import { getRoom } from '../rooms/roomsApi';
import { goTo, useSearch } from '../routing/location';
import { participantPath, participationPath, studentPath, transcriptPath } from '../routing/route';
import { BackLink } from '../ui/BackLink';
import { ButtonLink } from '../ui/ButtonLink';
import { LoadFailed } from '../ui/LoadFailed';
import { Loading } from '../ui/Loading';
import { Page } from '../ui/Page';
import { barsOf } from './bars';
import { Comparison } from './Comparison';
import { Explanation } from './Explanation';
import { getPerson } from './participationApi';
import { RoomsOfPerson } from './RoomsOfPerson';
import { scopeOf } from './scope';
import { ScopeBar } from './ScopeBar';
import { TimeChart } from './TimeChart';
import './participation.css';

interface ParticipantPageProps {
  readonly id: string;
  readonly person: string;
}

/** How one person takes part, beside the others of the room and in other rooms. */
export function ParticipantPage({ id, person }: ParticipantPageProps) {
  const { t } = useI18n();
  const search = useSearch();
  const scope = useMemo(() => ({ ...scopeOf(search), group: '' }), [search]);
  const { value: room } = useLoaded(useCallback((s: AbortSignal) => getRoom(id, s), [id]));
  const { value, error, reload } = useLoaded(
    useCallback((s: AbortSignal) => getPerson(id, person, scope, s), [id, person, scope]),
  );
  const { from, to } = scope;
  const above = <BackLink to={participationPath(id) + query({ from, to })}>{t('participation.title')}</BackLink>;
  if (value === null) {
    return (
      <Page title={t('participation.title')} above={above}>
        {error === null ? <Loading /> : <LoadFailed error={error} onRetry={reload} />}
      </Page>
    );
  }
  const line = value.person;
  return (
    <Page
      wide
      title={line.member || line.role === 'guest' ? line.name : t('transcript.former', { name: line.name })}
      lead={room?.title}
      above={above}
      actions={
        <>
          <ButtonLink icon="note" to={transcriptPath(id) + query({ account: person, kind: 'message', from, to })}>
            {t('participation.toMessages')}
          </ButtonLink>
          {line.role === 'student' && marks(room?.role) && (
            <ButtonLink icon="check" to={studentPath(id, person)}>
              {t('marking.title')}
            </ButtonLink>
          )}
        </>
      }
    >
      <ScopeBar
        scope={scope}
        groups={[]}
        onChange={next => goTo(participantPath(id, person) + query({ ...next }), { replace: true })}
      />
      {error !== null && <LoadFailed error={error} onRetry={reload} />}
      <div className="participation">
        <Comparison line={line} median={value.median} />
        {value.series.length > 0 && (
          <TimeChart title={t('participation.chart')} bars={barsOf(value.series, value.counted)} />
        )}
        <Explanation counted={value.counted} complete={value.complete} />
        <RoomsOfPerson room={id} person={person} />
      </div>
    </Page>
  );
}
