import { problemText } from '../http/problem';
import { useI18n } from '../i18n/i18n';
import { Button } from './Button';
import { EmptyState } from './EmptyState';

interface LoadFailedProps {
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly wholePage?: boolean;
}

/** Stands where something should be that could not be loaded. */
export function LoadFailed({ error, onRetry, wholePage = false }: LoadFailedProps) {
  const { t } = useI18n();
  return (
    <div role="alert">
      <EmptyState title={t(problemText(error))} wholePage={wholePage}>
        <Button look="main" onClick={onRetry}>
          {t('app.tryAgain')}
        </Button>
      </EmptyState>
    </div>
  );
}
