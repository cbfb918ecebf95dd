import { useI18n } from '../i18n/i18n';
import type { RoomState } from '../live/protocol';
import { Icon } from './Icon';

/** Says that a room is locked or closed; an open one needs no word. */
export function StateChip({ state }: { state: RoomState }) {
  const { t } = useI18n();
  if (state === 'open') return null;
  return (
    <span className={`chip chip-${state}`}>
      <Icon name="lock" />
      {t(`state.${state}`)}
    </span>
  );
}
