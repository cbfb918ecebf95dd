import { useCallback, useMemo } from 'react';
import { query } from '../http/api';
import { useLoaded } from '../http/useLoaded';
import { useI18n } from '../i18n/i18n';
import { marks } from '../rooms/room';
import { getRoom } from '../rooms/roomsApi';
import { goTo, useSearch } from '../routing/location';
import { markingPath, participationPath, roomSettingsPath, transcriptPath } from '../routing/route';
import { BackLink } from '../ui/BackLink';
import { ButtonLink } from '../ui/ButtonLink';
import { EmptyState } from '../ui/EmptyState';
import { Icon } from '../ui/Icon';
import { LoadFailed } from '../ui/LoadFailed';
import { Loading } from '../ui/Loading';
import { Page } from '../ui/Page';
import { barsOf } from './bars';
import { Explanation } from './Explanation';
import { FiguresTable } from './FiguresTable';
import { isCompared, type RoomParticipation } from './participation';
import { csvAddress, getParticipation } from './participationApi';
import { isBackwards, scopeOf } from './scope';
import { ScopeBar } from './ScopeBar';
import { TimeChart } from './TimeChart';
import './participation.css';

/** Who takes part in a room and how much, for its teachers. */
export function ParticipationPage({ id }: { id: string }) {
  const { t } = useI18n();
  const search = useSearch();
  const scope = useMemo(() => scopeOf(search), [search]);
  const { value: room } = useLoaded(useCallback((s: AbortSignal) => getRoom(id, s), [id]));
  const { value, error, reload } = useLoaded(
    useCallback((s: AbortSignal) => getParticipation(id, scope, s), [id, scope]),
  );

  return (
    <Page
      wide
      title={t('participation.title')}
      lead={room?.title}
      above={<BackLink to={transcriptPath(id)}>{t('room.transcript')}</BackLink>}
      actions={
        <>
          {marks(room?.role) && (
            <ButtonLink icon="check" to={markingPath(id)}>
              {t('marking.title')}
            </ButtonLink>
          )}
          <a className="button button-plain" href={csvAddress(id, scope)} download aria-label={t('participation.csv')}>
            <Icon name="download" />
            {t('exports.format.csv')}
          </a>
        </>
      }
    >
      <ScopeBar
        scope={scope}
        groups={room?.groups ?? []}
        onChange={next => goTo(participationPath(id) + query({ ...next }), { replace: true })}
      />
      {value === null && (error === null ? <Loading /> : <LoadFailed error={error} onRetry={reload} />)}
      {value !== null && error !== null && <LoadFailed error={error} onRetry={reload} />}
      {value?.items.length === 0 && (
        <EmptyState title={t('marking.noStudents')} help={t('marking.noStudents.help')}>
          <ButtonLink icon="gear" to={roomSettingsPath(id)}>
            {t('room.settings')}
          </ButtonLink>
        </EmptyState>
      )}
      {value !== null && error === null && value.items.length > 0 && !isBackwards(scope) && (
        <div className="participation">
          <Summary value={value} />
          {value.series.length > 0 && (
            <TimeChart title={t('participation.chart')} bars={barsOf(value.series, value.counted)} />
          )}
          <FiguresTable room={id} marking={marks(room?.role)} lines={value.items} median={value.median} scope={scope} />
          <Explanation counted={value.counted} complete={value.complete} />
        </div>
      )}
    </Page>
  );
}

/** The room in a sentence, which is also said when the span changes. */
function Summary({ value: { items, students } }: { value: RoomParticipation }) {
  const { t } = useI18n();
  const compared = items.filter(isCompared);
  const wrote = compared.filter(({ messages }) => messages > 0).length;
  return (
    <p className="participation-summary" role="status">
      {students.messages === 0
        ? t('participation.nothing')
        : t('participation.summary', {
            wrote,
            all: compared.length,
            messages: t('participation.messages.count', { count: students.messages }),
            words: t('participation.words.count', { count: students.words }),
          })}
    </p>
  );
}
