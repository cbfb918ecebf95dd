import { useI18n } from '../i18n/i18n';
import { IconButton } from '../ui/IconButton';
import { ChoiceFace } from './ChoiceOption';
import type { Choice } from './selection';

export function ChosenList({ choices, onRemove }: { choices: readonly Choice[]; onRemove: (choice: Choice) => void }) {
  const { t } = useI18n();
  if (choices.length === 0) return <p className="picker-empty">{t('picker.nobody')}</p>;
  return (
    <ul className="picker-chosen" aria-label={t('picker.chosen')}>
      {choices.map(choice => (
        <li key={choice.id} className="picker-choice">
          <ChoiceFace choice={choice} />
          <IconButton icon="close" label={t('picker.remove', { name: choice.name })} onClick={() => onRemove(choice)} />
        </li>
      ))}
    </ul>
  );
}
