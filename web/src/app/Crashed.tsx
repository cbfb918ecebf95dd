import { useI18n } from '../i18n/i18n';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';

export function Crashed() {
  const { t } = useI18n();
  return (
    <main id="main" className="page">
      <EmptyState wholePage title={t('app.crashed')} help={t('app.crashed.help')}>
        <Button look="main" onClick={() => location.reload()}>
          {t('app.reload')}
        </Button>
      </EmptyState>
    </main>
  );
}
