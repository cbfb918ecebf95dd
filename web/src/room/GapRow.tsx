import { useI18n } from '../i18n/i18n';
import { Button } from '../ui/Button';
import type { RoomView } from './roomView';

/** Stands at the seam of history and live messages for as long as something may be missing there. */
export function GapRow({ history, onRetry }: { history: RoomView['history']; onRetry: () => void }) {
  const { t } = useI18n();
  switch (history) {
    case 'ready':
      return null;
    case 'loading':
      return (
        <p className="log-gap">
          <span className="spinner" />
          {t('room.loadingHistory')}
        </p>
      );
    case 'behind':
      return <p className="log-gap log-gap-told">{t('room.behind')}</p>;
    case 'failed':
      return (
        <div className="log-gap log-gap-told">
          <p>{t('room.historyFailed')}</p>
          <Button onClick={onRetry}>{t('app.tryAgain')}</Button>
        </div>
      );
  }
}
