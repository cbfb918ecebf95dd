import { useI18n } from '../i18n/i18n';
import type { PlainKey } from '../i18n/translate';
import { transcriptPath } from '../routing/route';
import { ButtonLink } from '../ui/ButtonLink';
import { EmptyState } from '../ui/EmptyState';
import type { RoomSession } from './roomSession';
import type { Gone, RoomView } from './roomView';
import { UnsentMessage } from './UnsentMessage';

const TITLES: Record<Gone, PlainKey> = {
  unknown: 'room.unknown',
  closed: 'room.closedNow',
  removed: 'room.removedNow',
};
const HELPS: Record<Gone, PlainKey> = {
  unknown: 'room.unknown.help',
  closed: 'room.closedNow.help',
  removed: 'room.removedNow.help',
};

interface GonePageProps {
  readonly id: string;
  readonly gone: Gone;
  readonly teaches: boolean;
  readonly view: RoomView;
  readonly session: RoomSession;
}

/** Stands where a room was that is not there for us any more, with what could not be sent to it. */
export function GonePage({ id, gone, teaches, view, session }: GonePageProps) {
  const { t } = useI18n();
  const lost = view.outbox.filter(unsent => unsent.state !== 'acked');
  return (
    <main id="main" className="page">
      <div role="alert">
        <EmptyState wholePage title={t(TITLES[gone])} help={t(HELPS[gone])}>
          <ButtonLink look="main" to="/">
            {t('app.toRooms')}
          </ButtonLink>
          {teaches && gone === 'closed' && (
            <ButtonLink icon="note" to={transcriptPath(id)}>
              {t('room.transcript')}
            </ButtonLink>
          )}
        </EmptyState>
      </div>
      {lost.map(unsent => (
        <UnsentMessage
          key={unsent.clientId}
          unsent={{ ...unsent, state: 'refused', refusal: gone === 'closed' ? 'room_closed' : 'unknown_room' }}
          onDiscard={session.discard}
        />
      ))}
    </main>
  );
}
