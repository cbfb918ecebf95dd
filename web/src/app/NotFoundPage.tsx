import { useI18n } from '../i18n/i18n';
import { ButtonLink } from '../ui/ButtonLink';
import { EmptyState } from '../ui/EmptyState';

export function NotFoundPage() {
  const { t } = useI18n();
  return (
    <main id="main" className="page">
      <EmptyState wholePage title={t('app.notFound')} help={t('app.notFound.help')}>
        <ButtonLink look="main" to="/">
          {t('app.toRooms')}
        </ButtonLink>
      </EmptyState>
    </main>
  );
}
