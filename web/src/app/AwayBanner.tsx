import { useI18n } from '../i18n/i18n';
import { useSettledLink } from '../live/useSettledLink';

/** Says on pages outside of rooms that the server cannot be reached; a room says it in its own words. */
export function AwayBanner() {
  const { t } = useI18n();
  const link = useSettledLink();
  const away = link === 'offline' || link === 'connecting' || link === 'reconnecting';
  return (
    <div className="away-banner-place" role="status">
      {away && (
        <p className="away-banner">
          {link !== 'offline' && <span className="spinner" />}
          {t(link === 'offline' ? 'away.offline' : 'away.server')}
        </p>
      )}
    </div>
  );
}
