import { useI18n } from '../i18n/i18n';
import { Button } from '../ui/Button';

/** To either end of the transcript. */
export function ToEnds({ onBeginning, onNewest }: { onBeginning: () => void; onNewest: () => void }) {
  const { t } = useI18n();
  return (
    <span className="transcript-ends" role="group" aria-label={t('transcript.tools')}>
      <Button look="quiet" onClick={onBeginning}>
        {t('transcript.toBeginning')}
      </Button>
      <Button look="quiet" onClick={onNewest}>
        {t('transcript.toNewest')}
      </Button>
    </span>
  );
}
