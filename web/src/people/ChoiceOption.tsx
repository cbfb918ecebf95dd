import { useI18n } from '../i18n/i18n';
import { Avatar } from '../ui/Avatar';
import { GroupSign } from './GroupSign';
import type { Choice } from './selection';

interface ChoiceOptionProps {
  readonly id: string;
  readonly choice: Choice;
  readonly active: boolean;
  readonly onPick: (choice: Choice) => void;
}

export function ChoiceOption({ id, choice, active, onPick }: ChoiceOptionProps) {
  return (
    // The keyboard stays in the input, which names the active option.
    <div
      id={id}
      role="option"
      aria-selected={active}
      tabIndex={-1}
      className="picker-option"
      onMouseDown={event => event.preventDefault()}
      onClick={() => onPick(choice)}
      onKeyDown={() => undefined}
    >
      <ChoiceFace choice={choice} />
    </div>
  );
}

/** How something that can be picked looks, in the list and once it is chosen. */
export function ChoiceFace({ choice }: { choice: Choice }) {
  const { t } = useI18n();
  return (
    <>
      {choice.type === 'group' ? <GroupSign /> : <Avatar id={choice.id} name={choice.name} size="s" />}
      <span className="list-main">
        <span className="list-title from-people">{choice.name}</span>
      </span>
      <span className="list-note">
        {choice.type === 'person' && choice.username}
        {choice.type === 'group' && choice.size !== null && t('picker.size', { count: choice.size })}
      </span>
    </>
  );
}
