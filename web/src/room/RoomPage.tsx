import { useCallback, useEffect, useState } from 'react';
import { RoomFeedback } from '../feedback/RoomFeedback';
import { useLoaded } from '../http/useLoaded';
import { useI18n } from '../i18n/i18n';
import { getRoom } from '../rooms/roomsApi';
import { useRooms } from '../rooms/rooms';
import { useMe } from '../session/session';
import { Dialog } from '../ui/Dialog';
import { SeenTogether } from '../ui/SeenTogether';
import { useWide } from '../ui/useWide';
import { WatchingNote } from '../watching/WatchingNote';
import { Composer } from './Composer';
import { GonePage } from './GonePage';
import { LinkBanner } from './LinkBanner';
import { MessageLog } from './MessageLog';
import { NewsAloud } from './NewsAloud';
import { PeoplePanel } from './PeoplePanel';

import { RoomHeader } from './RoomHeader';
import { useNews } from './useNews';
import { usePresenceKnown } from './usePresenceKnown';
import { useRoomTitle } from './useRoomTitle';
import { useRoomSession } from './useRoomSession';
import './room.css';

interface RoomPageProps {
  readonly id: string;
  /** Whether the room is not to learn that somebody looks. */
  readonly watching?: boolean;
}

/** The room: what was written, who is here, and where one writes. */
export function RoomPage({ id, watching = false }: RoomPageProps) {
  const { t } = useI18n();
  const me = useMe();
  const wide = useWide();
  const [view, session] = useRoomSession(id, watching);
  const [panel, setPanel] = useState<boolean | null>(null);
  const [sentCount, setSentCount] = useState(0);
  const { reload: reloadRooms } = useRooms();
  const { value: detail, reload } = useLoaded(useCallback((signal: AbortSignal) => getRoom(id, signal), [id]));

  const presenceKnown = usePresenceKnown(view.phase);
  const { facts } = view;
  const title = facts?.title ?? detail?.title ?? '';
  const role = facts?.role ?? detail?.role ?? 'student';
  const state = facts?.state ?? detail?.state ?? 'open';
  const teaches = role !== 'student';
  const panelOpen = panel ?? wide;

  const news = useNews(view.timeline.live, me.id);
  useRoomTitle(title, news);
  useEffect(() => {
    // The live connection says that something about the room has changed; who its members are, only the API tells.
    if (facts === null) return;
    reload();
    reloadRooms();
  }, [facts, reload, reloadRooms]);
  useEffect(() => {
    if (view.phase === 'gone') reloadRooms();
  }, [view.phase, reloadRooms]);

  if (view.phase === 'gone') {
    return <GonePage id={id} gone={view.gone ?? 'unknown'} teaches={teaches} view={view} session={session} />;
  }

  const people = (
    <PeoplePanel
      room={id}
      view={view}
      known={presenceKnown}
      detail={detail}
      me={me.id}
      teaches={teaches}
      onChanged={reload}
    />
  );
  return (
    <SeenTogether people={detail?.members ?? []}>
      <div className={panelOpen && wide ? 'room room-with-people' : 'room'}>
        <main id="main" className="room-main">
          <RoomHeader
            id={id}
            title={title}
            state={state}
            slowMode={facts?.slowMode ?? 0}
            hours={facts?.hours ?? null}
            back={watching ? 'watch' : 'rooms'}
            teaches={teaches}
            here={presenceKnown ? view.here : null}
            panelOpen={panelOpen}
            onPanel={() => setPanel(!panelOpen)}
          />
          <NewsAloud news={news} />
          <LinkBanner cameBack={view.cameBack} refusal={view.refusal} />
          <RoomFeedback room={id}>
            <MessageLog
              room={id}
              title={title}
              me={me.id}
              teaches={teaches}
              view={view}
              session={session}
              away={view.phase !== 'in' && !presenceKnown}
              sentCount={sentCount}
            />
          </RoomFeedback>
          {watching && <WatchingNote room={id} />}
          <Composer
            room={id}
            account={me.id}
            title={title}
            state={state}
            teaches={teaches}
            muted={facts?.muted ?? false}
            hours={facts?.hours ?? null}
            mayWriteAt={teaches ? 0 : view.mayWriteAt}
            onSend={text => {
              session.send(text);
              setSentCount(count => count + 1);
            }}
          />
        </main>
        {panelOpen && wide && (
          <aside className="people-aside" aria-label={t('room.people')}>
            {people}
          </aside>
        )}
        {panelOpen && !wide && (
          <Dialog title={t('room.people')} onClose={() => setPanel(false)}>
            {people}
          </Dialog>
        )}
      </div>
    </SeenTogether>
  );
}
