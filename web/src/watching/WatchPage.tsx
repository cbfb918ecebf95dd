import { useMemo, useState } from 'react';
import { countOpenConcerns } from '../concerns/concernsApi';
import { useLoaded } from '../http/useLoaded';
import { useI18n } from '../i18n/i18n';
import { useRooms } from '../rooms/rooms';
import { useLooksAgain } from '../rooms/useLooksAgain';
import { useMe } from '../session/session';
import { Button } from '../ui/Button';
import { ButtonLink } from '../ui/ButtonLink';
import { EmptyState } from '../ui/EmptyState';
import { Loading } from '../ui/Loading';
import { LoadFailed } from '../ui/LoadFailed';
import { Page } from '../ui/Page';
import { Segmented } from '../ui/Segmented';
import { chooseRooms, chosenRooms, watchable, watchedRooms } from './choice';
import { ChoiceDialog } from './ChoiceDialog';
import { SPANS, type SpanName } from './spoken';
import { WatchedRoom } from './WatchedRoom';
import './watching.css';

const CONCERNS_EVERY_MS = 10_000;
const NONE: ReadonlyMap<string, number> = new Map();

/** Several rooms at once, live, without being in them. */
export function WatchPage() {
  const { t } = useI18n();
  const me = useMe().id;
  const { value: all, error, reload } = useRooms();
  const [choice, setChoice] = useState(() => chosenRooms(me));
  const [choosing, setChoosing] = useState(false);
  const [span, setSpan] = useState<SpanName>('today');
  const concerns = useOpenConcerns();
  const rooms = useMemo(() => watchable(all ?? []), [all]);
  const watched = watchedRooms(rooms, choice);

  if (all === null) {
    return (
      <Page title={t('watch.title')}>
        {error === null ? <Loading /> : <LoadFailed error={error} onRetry={reload} />}
      </Page>
    );
  }
  return (
    <Page
      wide
      title={t('watch.title')}
      lead={t('watch.lead')}
      actions={
        rooms.length > 1 && (
          <Button look="plain" onClick={() => setChoosing(true)}>
            {t('watch.choose', { count: watched.length })}
          </Button>
        )
      }
    >
      {rooms.length === 0 ? (
        <EmptyState title={t('watch.none')} help={t('watch.none.help')}>
          <ButtonLink look="main" icon="plus" to="/rooms/new">
            {t('rooms.new')}
          </ButtonLink>
        </EmptyState>
      ) : (
        <>
          <Segmented
            label={t('watch.silentSince')}
            value={span}
            options={SPANS.map(value => ({ value, label: t(`watch.span.${value}`) }))}
            onChange={setSpan}
          />
          <ul className="watched-rooms">
            {watched.map(room => (
              <li key={room.id}>
                <WatchedRoom room={room} span={span} concerns={concerns.get(room.id) ?? 0} />
              </li>
            ))}
          </ul>
        </>
      )}
      {choosing && (
        <ChoiceDialog
          rooms={rooms}
          chosen={watched.map(({ id }) => id)}
          onChoose={ids => {
            chooseRooms(me, ids);
            setChoice(ids);
            setChoosing(false);
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </Page>
  );
}

/** How many reports and flagged messages wait, by room. */
function useOpenConcerns(): ReadonlyMap<string, number> {
  const { value, reload } = useLoaded(countOpenConcerns);
  useLooksAgain(reload, CONCERNS_EVERY_MS);
  return value ?? NONE;
}
