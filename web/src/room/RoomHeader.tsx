import { useEffect, useRef } from 'react';
import { useI18n } from '../i18n/i18n';
import type { RoomState } from '../live/protocol';
import { Link } from '../routing/Link';
import { Icon } from '../ui/Icon';
import { StateChip } from '../ui/StateChip';
import { PaceChips } from './PaceChips';
import type { OpenHours } from './roomView';
import { TeacherTools } from './TeacherTools';

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
