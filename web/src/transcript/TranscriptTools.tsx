import { useI18n } from '../i18n/i18n';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { SelectField } from '../ui/SelectField';
import { GAPS, type Gap } from './gap';

interface TranscriptToolsProps {
  readonly day: string;
  readonly gap: Gap;
  /** Whether sessions can be told apart in what is shown. */
  readonly withSessions: boolean;
  readonly onDay: (day: string) => void;
  readonly onGap: (gap: Gap) => void;
  readonly onBeginning: () => void;
  readonly onNewest: () => void;
}

/** Where in the transcript to read, and how it is divided. */
export function TranscriptTools(props: TranscriptToolsProps) {
  const { day, gap, withSessions, onDay, onGap, onBeginning, onNewest } = props;
  const { t } = useI18n();
  return (
    <div className="transcript-tools" role="group" aria-label={t('transcript.tools')}>
      <Field
        label={t('transcript.goTo')}
        type="date"
        max="9999-12-31"
        value={day}
        onChange={event => onDay(event.target.value)}
      />
      {withSessions && (
        <SelectField
          label={t('transcript.gap')}
          value={gap}
          options={GAPS.map(value => ({
            value,
            label: value === 'never' ? t('transcript.gap.never') : t('transcript.minutes', { count: Number(value) }),
          }))}
          onChange={onGap}
        />
      )}
      <span className="transcript-ends">
        <Button look="quiet" onClick={onBeginning}>
          {t('transcript.toBeginning')}
        </Button>
        <Button look="quiet" onClick={onNewest}>
          {t('transcript.toNewest')}
        </Button>
      </span>
    </div>
  );
}
