import { useEffect, useRef, useState } from 'react';
import { problemText } from '../http/problem';
import { useI18n } from '../i18n/i18n';
import type { RoomState } from '../live/protocol';
import { changeRoom } from '../rooms/roomsApi';
import { Link } from '../routing/Link';
import { markingPath, roomSettingsPath, transcriptPath } from '../routing/route';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { StateChip } from '../ui/StateChip';
import { useTell } from '../ui/toast';
import { PaceChips } from './PaceChips';
import type { OpenHours } from './roomView';

interface RoomHeaderProps {
  readonly id: string;
  readonly title: string;
  readonly state: RoomState;
  readonly slowMode: number;
  readonly hours: OpenHours | null;
  readonly back: 'rooms' | 'watch';
  readonly teaches: boolean;
  /** How many are here; null while that is not known. */
  readonly here: number | null;
  readonly panelOpen: boolean;
  readonly onPanel: () => void;
}

export function RoomHeader(props: RoomHeaderProps) {
  const { id, title, state, slowMode, hours, back, teaches, here, panelOpen, onPanel } = props;
  const { t } = useI18n();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);

  return (
    <header className="room-head">
      <Link
        to={back === 'watch' ? '/watch' : '/'}
        className="icon-button room-back"
        aria-label={t(back === 'watch' ? 'watch.back' : 'room.back')}
        title={t(back === 'watch' ? 'watch.back' : 'room.back')}
      >
        <Icon name="back" />
      </Link>
      <div className="room-title">
        <h1 ref={heading} tabIndex={-1} className="from-people">
          {title}
        </h1>
        <StateChip state={state} />
        {state !== 'closed' && <PaceChips slowMode={slowMode} hours={hours} />}
      </div>
      {teaches && <TeacherTools id={id} state={state} />}
      <button type="button" className="button button-quiet room-here" aria-expanded={panelOpen} onClick={onPanel}>
        <Icon name="people" />
        <span className="room-here-count" aria-hidden="true">
          {here ?? '–'}
        </span>
        <span className="visually-hidden">{here === null ? t('room.people') : t('room.here', { count: here })}</span>
      </button>
    </header>
  );
}

function TeacherTools({ id, state }: { id: string; state: RoomState }) {
  const { t } = useI18n();
  const tell = useTell();
  const [busy, setBusy] = useState(false);
  const locked = state === 'locked';

  const toggle = async (): Promise<void> => {
    setBusy(true);
    try {
      await changeRoom(id, { state: locked ? 'open' : 'locked' });
      tell(t(locked ? 'edit.opened' : 'edit.locked'));
    } catch (error) {
      tell(t(problemText(error)));
    }
    setBusy(false);
  };

  return (
    <>
      <Button
        className="room-lock"
        look="quiet"
        icon={locked ? 'unlock' : 'lock'}
        busy={busy}
        title={t(locked ? 'edit.unlock' : 'edit.lock')}
        onClick={() => void toggle()}
      >
        <span className="room-tool-label">{t(locked ? 'edit.unlock' : 'edit.lock')}</span>
      </Button>
      <Link to={transcriptPath(id)} className="button button-quiet" title={t('room.transcript')}>
        <Icon name="note" />
        <span className="room-tool-label">{t('room.transcript')}</span>
      </Link>
      <Link to={markingPath(id)} className="button button-quiet" title={t('marking.title')}>
        <Icon name="check" />
        <span className="room-tool-label">{t('marking.title')}</span>
      </Link>
      <Link to={roomSettingsPath(id)} className="button button-quiet" title={t('room.settings')}>
        <Icon name="gear" />
        <span className="room-tool-label">{t('room.settings')}</span>
      </Link>
    </>
  );
}
