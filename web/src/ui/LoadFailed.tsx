import { Problem, problemText } from '../http/problem';
import { useI18n } from '../i18n/i18n';
import { Button } from './Button';
import { ButtonLink } from './ButtonLink';
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
        {isNotOurs(error) ? (
          <ButtonLink look="main" to="/">
            {t('app.toRooms')}
          </ButtonLink>
        ) : (
          <Button look="main" onClick={onRetry}>
            {t('app.tryAgain')}
          </Button>
        )}
      </EmptyState>
    </div>
  );
}

/** What is not there for us will not be there another time: it leads on instead. */
const isNotOurs = (error: unknown): boolean => error instanceof Problem && [403, 404].includes(error.status);
