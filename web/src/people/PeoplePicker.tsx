import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useI18n } from '../i18n/i18n';
import { ChoiceOption } from './ChoiceOption';
import { ChosenList } from './ChosenList';
import { choicesOf, withChoice, withoutChoice, type Choice, type Selection } from './selection';
import { useChoices } from './useChoices';
import './picker.css';

interface PeoplePickerProps {
  readonly selection: Selection;
  readonly onChange: (selection: Selection) => void;
  readonly withGroups?: boolean;
  /** Somebody who belongs to it anyway, and is neither offered nor taken away. */
  readonly always?: string;
}

/**
 * Finds groups and people while one types, by mouse, touch or keyboard: arrows move, Enter picks, Escape closes the
 * list. So does picking, since the list covers what is below; whoever types on or presses an arrow has it again.
 */
export function PeoplePicker({ selection, onChange, withGroups = false, always }: PeoplePickerProps) {
  const { t } = useI18n();
  const id = useId();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const [said, setSaid] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const { found, loading } = useChoices(text, withGroups);
  const taken = new Set([always, ...choicesOf(selection).map(choice => choice.id)]);
  const choices = found.filter(choice => !taken.has(choice.id));
  const current = open ? choices[Math.min(active, choices.length - 1)] : undefined;

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current?.id]);

  const pick = (choice: Choice): void => {
    onChange(withChoice(selection, choice));
    setSaid(t('picker.added', { name: choice.name }));
    setText('');
    setOpen(false);
    input.current?.focus();
  };
  const drop = (choice: Choice): void => {
    onChange(withoutChoice(selection, choice.id));
    setSaid(t('picker.removed', { name: choice.name }));
    input.current?.focus();
  };
  const move = (by: number): void => {
    setOpen(true);
    if (choices.length > 0)
      setActive(now => (Math.min(now, choices.length - 1) + by + choices.length) % choices.length);
  };
  const pressed = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    switch (event.key) {
      case 'ArrowDown':
        event.preventDefault();
        return open ? move(1) : setOpen(true);
      case 'ArrowUp':
        event.preventDefault();
        return move(-1);
      case 'Enter':
        event.preventDefault();
        return current === undefined ? setOpen(true) : pick(current);
      case 'Escape':
        return setOpen(false);
      default:
        return undefined;
    }
  };

  return (
    <div className="picker">
      <div className="field picker-field">
        <label htmlFor={id}>{t(withGroups ? 'picker.label' : 'picker.labelPeople')}</label>
        <input
          ref={input}
          id={id}
          className="input"
          role="combobox"
          aria-expanded={open}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={current === undefined ? undefined : `${id}-${current.id}`}
          autoComplete="off"
          placeholder={t('picker.placeholder')}
          value={text}
          onChange={event => {
            setText(event.target.value);
            setActive(0);
            setOpen(true);
          }}
          onClick={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={pressed}
        />
        <div
          ref={list}
          id={`${id}-list`}
          role="listbox"
          aria-label={t(withGroups ? 'picker.label' : 'picker.labelPeople')}
          className="picker-list"
          hidden={!open || choices.length === 0}
        >
          {choices.map(choice => (
            <ChoiceOption
              key={choice.id}
              id={`${id}-${choice.id}`}
              choice={choice}
              active={choice.id === current?.id}
              onPick={pick}
            />
          ))}
        </div>
        {open && choices.length === 0 && (
          <p className="picker-list picker-none">
            {loading ? t('picker.loading') : t('picker.none', { text: text.trim() })}
          </p>
        )}
      </div>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      <ChosenList choices={choicesOf(selection).filter(choice => choice.id !== always)} onRemove={drop} />
    </div>
  );
}
