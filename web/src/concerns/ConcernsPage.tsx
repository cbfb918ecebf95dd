import { useCallback, useMemo, useState } from 'react';
import type { Page as ApiPage } from '../http/api';
import { useLoaded } from '../http/useLoaded';
import { usePaged } from '../http/usePaged';
import { useI18n } from '../i18n/i18n';
import type { PlainKey } from '../i18n/translate';
import { listRooms } from '../rooms/roomsApi';
import { useSearch } from '../routing/location';
import { useMe } from '../session/session';
import { EmptyState } from '../ui/EmptyState';
import { Loading } from '../ui/Loading';
import { LoadFailed } from '../ui/LoadFailed';
import { LoadMore } from '../ui/LoadMore';
import { Page } from '../ui/Page';
import { Segmented } from '../ui/Segmented';
import { SelectField } from '../ui/SelectField';
import { STATES, type Concern, type ConcernState } from './concern';
import { OneConcern } from './OneConcern';
import { ConcernCard } from './ConcernCard';
import { listConcerns, type ConcernFilter } from './concernsApi';
import { NoLeadNote } from './NoLeadNote';
import { wordToClose } from './hits';
import { useOpenConcerns } from './openConcerns';
import './concerns.css';

const KINDS = ['', 'reported', 'flagged'] as const;
const ORDERS = ['newest', 'oldest'] as const;

const empty: Record<ConcernState, { title: PlainKey; help: PlainKey }> = {
  open: { title: 'concerns.none.open', help: 'concerns.none.open.help' },
  passed_on: { title: 'concerns.none.passed_on', help: 'concerns.none.passed_on.help' },
  closed: { title: 'concerns.none.closed', help: 'concerns.none.closed.help' },
};

/** All that was reported or flagged, or the one that the page's address names. */
export function ConcernsPage() {
  const concern = new URLSearchParams(useSearch()).get('concern');
  return concern === null ? <AllConcerns /> : <OneConcern key={concern} id={concern} />;
}

/** What was reported or flagged, for the teachers of a room and for the safeguarding lead. */
function AllConcerns() {
  const { t } = useI18n();
  const lead = useMe().safeguarding_lead === true;
  const [filter, setFilter] = useState<ConcernFilter>({ state: 'open', kind: '', room: '', order: 'newest' });
  const load = useCallback(
    (after: string | null, signal: AbortSignal): Promise<ApiPage<Concern>> => listConcerns(filter, after, signal),
    [filter],
  );
  const { slices, state, error, more, loadMore, reload, change } = usePaged<Concern>(load);
  const concerns = useMemo(() => slices.flatMap(({ items }) => items), [slices]);
  const { value: rooms } = useLoaded(
    useCallback((signal: AbortSignal) => listRooms(lead ? 'school' : 'mine', signal), [lead]),
  );
  const { reload: countAgain } = useOpenConcerns();
  const changed = (concern: Concern): void => {
    change(one => (one.id === concern.id ? concern : one));
    countAgain();
  };

  return (
    <Page title={t('concerns.title')} lead={t(lead ? 'concerns.lead.school' : 'concerns.lead')}>
      <NoLeadNote />
      <div className="concerns-filter" role="search">
        <Segmented
          label={t('concerns.state')}
          value={filter.state}
          options={STATES.map(value => ({ value, label: t(`concerns.state.${value}`) }))}
          onChange={value => setFilter({ ...filter, state: value })}
        />
        <SelectField
          label={t('concerns.kind')}
          value={filter.kind}
          options={KINDS.map(value => ({
            value,
            label: t(value === '' ? 'concerns.kind.any' : `concerns.kind.${value}`),
          }))}
          onChange={value => setFilter({ ...filter, kind: value })}
        />
        <SelectField
          label={t('concerns.room')}
          value={filter.room}
          options={[
            { value: '', label: t('concerns.room.any') },
            ...(rooms ?? []).map(room => ({ value: room.id, label: room.title })),
          ]}
          onChange={value => setFilter({ ...filter, room: value })}
        />
        <SelectField
          label={t('concerns.order')}
          value={filter.order}
          options={ORDERS.map(value => ({ value, label: t(`concerns.order.${value}`) }))}
          onChange={value => setFilter({ ...filter, order: value })}
        />
      </div>
      {state === 'loading' && concerns.length === 0 && <Loading />}
      {state === 'failed' && <LoadFailed error={error} onRetry={reload} />}
      {state === 'ready' && concerns.length === 0 && (
        <EmptyState title={t(empty[filter.state].title)} help={t(empty[filter.state].help)} />
      )}
      {concerns.length > 0 && (
        <ul className="list sheet">
          {concerns.map(concern => (
            <ConcernCard
              key={concern.id}
              concern={concern}
              wordToClose={wordToClose(concern, concerns)}
              onChanged={changed}
            />
          ))}
        </ul>
      )}
      <LoadMore more={more} label={t('app.more')} failed={t('concerns.moreFailed')} onLoad={loadMore} />
    </Page>
  );
}
