import { useI18n } from '../i18n/i18n';
import { Field } from '../ui/Field';

const LONGEST = 1000;

interface NoteFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** What somebody adds to a decision. */
export function NoteField({ value, onChange }: NoteFieldProps) {
  const { t } = useI18n();
  return (
    <Field
      label={t('concern.note')}
      hint={t('concern.note.hint')}
      maxLength={LONGEST}
      autoComplete="off"
      value={value}
      onChange={event => onChange(event.target.value)}
    />
  );
}
