import { useI18n } from '../i18n/i18n';
import { Icon } from '../ui/Icon';
import { soon } from './soon';
import type { OpenHours } from './roomView';

interface PaceChipsProps {
  readonly slowMode: number;
  readonly hours: OpenHours | null;
}

/** Says that the room is in slow mode, and until when it is open or not; a room without either needs no word. */
export function PaceChips({ slowMode, hours }: PaceChipsProps) {
  const { t, language } = useI18n();
  return (
    <>
      {hours !== null && (
        <span className={hours.open ? 'chip' : 'chip chip-locked'}>
          <Icon name="clock" />
          {hours.changesAt === null
            ? t(hours.open ? 'pace.open' : 'pace.notOpen')
            : t(hours.open ? 'pace.openUntil' : 'pace.opens', { time: soon(language, hours.changesAt) })}
        </span>
      )}
      {slowMode > 0 && <span className="chip">{t('pace.slow', { seconds: slowMode })}</span>}
    </>
  );
}
