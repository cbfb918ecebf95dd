import { useI18n } from '../i18n/i18n';
import type { PlainKey } from '../i18n/translate';
import type { LinkState } from '../live/live';
import { useSettledLink } from '../live/useSettledLink';
import type { Refusal } from './outbox';
import type { RoomView } from './roomView';

interface LinkBannerProps {
  readonly cameBack: RoomView['cameBack'];
  readonly refusal: Refusal | null;
}

/** How the connection is, where it is not simply there. A blink of an eye is not told. */
export function LinkBanner({ cameBack, refusal }: LinkBannerProps) {
  const { t } = useI18n();
  const link = useSettledLink();
  const said = sentence(link, cameBack, refusal);
  return (
    <div className="link-banner-place" role="status">
      {said !== null && (
        <p className={`link-banner link-banner-${said.tone}`}>
          {said.tone === 'trying' && <span className="spinner" />}
          {t(said.key)} {refusal !== null && said.key === 'room.refused' && t(`refusal.${refusal}`)}
        </p>
      )}
    </div>
  );
}

function sentence(
  link: LinkState,
  cameBack: RoomView['cameBack'],
  refusal: Refusal | null,
): { key: PlainKey; tone: 'trying' | 'offline' | 'back' } | null {
  switch (link) {
    case 'connecting':
    case 'reconnecting':
      return { key: `link.${link}`, tone: 'trying' };
    case 'offline':
      return { key: 'link.offline', tone: 'offline' };
    case 'closed':
      return null;
    case 'connected':
      if (refusal !== null) return { key: 'room.refused', tone: 'offline' };
      if (cameBack === null) return null;
      return { key: cameBack === 'whole' ? 'link.back' : 'link.backReloaded', tone: 'back' };
  }
}
