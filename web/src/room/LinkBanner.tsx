import { useEffect, useState } from 'react';
import { useI18n } from '../i18n/i18n';
import type { PlainKey, Translate } from '../i18n/translate';
import type { LinkState } from '../live/live';
import { useSettledLink } from '../live/useSettledLink';
import type { Refusal } from './outbox';
import type { RoomView } from './roomView';

interface LinkBannerProps {
  readonly cameBack: RoomView['cameBack'];
  readonly refusal: Refusal | null;
}

/** How the connection is, where it is not simply there. A blink of an eye is not told, nor that it is over. */
export function LinkBanner({ cameBack, refusal }: LinkBannerProps) {
  const { t } = useI18n();
  const link = useSettledLink();
  const [told, setTold] = useState(false);
  useEffect(() => {
    if (link === 'reconnecting' || link === 'offline') setTold(true);
  }, [link]);
  useEffect(() => (cameBack === null ? undefined : () => setTold(false)), [cameBack]);
  const said = sentence(t, link, told ? cameBack : null, refusal);
  return (
    <div className="link-banner-place" role="status">
      {said !== null && (
        <p className={`link-banner link-banner-${said.tone}`}>
          {said.tone === 'trying' && <span className="spinner" />}
          {said.text}
        </p>
      )}
    </div>
  );
}

interface Sentence {
  readonly text: string;
  readonly tone: 'trying' | 'offline' | 'back';
}

function sentence(
  t: Translate,
  link: LinkState,
  cameBack: RoomView['cameBack'],
  refusal: Refusal | null,
): Sentence | null {
  const say = (key: PlainKey, tone: Sentence['tone']): Sentence => ({ text: t(key), tone });
  switch (link) {
    case 'connecting':
    case 'reconnecting':
      return say(`link.${link}`, 'trying');
    case 'offline':
      return say('link.offline', 'offline');
    case 'closed':
      return null;
    case 'connected':
      if (refusal === 'unavailable') return say('link.unavailable', 'trying');
      if (refusal !== null) return { text: t('link.refused', { reason: t(`refusal.${refusal}`) }), tone: 'offline' };
      if (cameBack === null) return null;
      return say(cameBack === 'whole' ? 'link.back' : 'link.backReloaded', 'back');
  }
}
