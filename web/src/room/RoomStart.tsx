import { useI18n } from '../i18n/i18n';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { Icon } from '../ui/Icon';
import type { RoomView } from './roomView';

interface RoomStartProps {
  readonly title: string;
  readonly teaches: boolean;
  readonly view: RoomView;
  readonly mayWrite: boolean;
  readonly onRetry: () => void;
}

/**
 * The upper end of what is loaded: where reading further back goes on, or where the room begins. That teachers read along
 * is said where one writes, and here to those who cannot.
 */
export function RoomStart({ title, teaches, view, mayWrite, onRetry }: RoomStartProps) {
  const { t } = useI18n();
  const { before, older, live } = view.timeline;
  if (view.older === 'failed') {
    return (
      <div className="log-gap log-gap-told">
        <p>{t('room.olderFailed')}</p>
        <Button onClick={onRetry}>{t('app.tryAgain')}</Button>
      </div>
    );
  }
  if (before === undefined) return null;
  if (before !== null) {
    return (
      <p className="log-gap">
        <span className="spinner" />
        {t('room.loadingOlder')}
      </p>
    );
  }
  const silent = ![...older, ...live].some(entry => entry.kind === 'message') && view.outbox.length === 0;
  return (
    <div className="log-start">
      {silent ? (
        <EmptyState title={t('room.empty')} help={mayWrite ? t('room.empty.help') : undefined} />
      ) : (
        <p className="from-people">{t('room.start', { room: title })}</p>
      )}
      {!teaches && !mayWrite && (
        <p className="log-watched">
          <Icon name="eye" />
          {t('room.watched')}
        </p>
      )}
    </div>
  );
}
