import { useI18n } from '../i18n/i18n';
import { Button } from './Button';

interface LoadMoreProps {
  readonly more: 'none' | 'idle' | 'loading' | 'failed';
  readonly label: string;
  readonly failed: string;
  readonly onLoad: () => void;
}

/** The way to the rest of a list. Where that could not be loaded, what was loaded stays and it says so. */
export function LoadMore({ more, label, failed, onLoad }: LoadMoreProps) {
  const { t } = useI18n();
  if (more === 'none') return null;
  return (
    <div className="load-more">
      <div role="alert">{more === 'failed' && <p>{failed}</p>}</div>
      <Button busy={more === 'loading'} onClick={onLoad}>
        {more === 'failed' ? t('app.tryAgain') : label}
      </Button>
    </div>
  );
}
