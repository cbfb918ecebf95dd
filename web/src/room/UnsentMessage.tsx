import { useI18n } from '../i18n/i18n';
import type { Translate } from '../i18n/translate';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import type { Unsent } from './outbox';

interface UnsentMessageProps {
  readonly unsent: Unsent;
  readonly away?: boolean;
  readonly onRetry?: (clientId: string) => void;
  readonly onDiscard: (clientId: string) => void;
}

/** Something that was written here and is not on the log yet: it says why, and what can be done. */
export function UnsentMessage({ unsent, away = false, onRetry, onDiscard }: UnsentMessageProps) {
  const { t } = useI18n();
  const refused = unsent.state === 'refused';
  const waiting = unsent.state === 'waiting';
  return (
    <div
      className={
        refused ? 'message message-own message-first unsent unsent-refused' : 'message message-own message-first unsent'
      }
    >
      <div className="message-body">
        <p className="message-text from-people" dir="auto">
          {unsent.text}
        </p>
      </div>
      <p className="unsent-note" role={refused ? 'alert' : undefined}>
        <Icon name={refused ? 'warning' : 'clock'} />
        {note(t, unsent, away)}
      </p>
      {(refused || (waiting && unsent.attempts > 0)) && (
        <div className="unsent-ways">
          {refused && onRetry !== undefined && (
            <Button onClick={() => onRetry(unsent.clientId)}>{t('message.retry')}</Button>
          )}
          <Button look="quiet" onClick={() => onDiscard(unsent.clientId)}>
            {t('message.discard')}
          </Button>
        </div>
      )}
    </div>
  );
}

function note(t: Translate, { state, refusal, attempts }: Unsent, away: boolean): string {
  if (state === 'refused') return t('message.refused', { reason: t(`refusal.${refusal ?? 'other'}`) });
  if (state === 'waiting' && away) return t('message.waiting');
  if (state === 'waiting' && attempts > 0) {
    return refusal === null ? t('message.retrying') : `${t(`refusal.${refusal}`)} ${t('message.retrying')}`;
  }
  return t('message.sending');
}
