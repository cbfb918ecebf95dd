import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useI18n } from '../i18n/i18n';
import { ChoiceOption } from './ChoiceOption';
import { ChosenList } from './ChosenList';
import { choicesOf, withChoice, withoutChoice, type Choice, type Selection } from './selection';
import { useChoices } from './useChoices';
import { useClickElsewhere } from './useClickElsewhere';
import './picker.css';

const NONE = -1;

interface PeoplePickerProps {
  readonly selection: Selection;
  readonly onChange: (selection: Selection) => void;
  readonly withGroups?: boolean;
  readonly label?: string;
  /** Somebody who belongs to it anyway, and is neither offered nor taken away. */
  readonly always?: string;
}

/**
 * Finds groups and people while one types, by mouse, touch or keyboard: arrows move, Enter picks, Escape closes the
 * list. The list stands in the page and covers nothing, so it stays while one picks a whole class, and goes when one
 * goes on: with Tab, or with a click elsewhere. A click, since a list that went when the mouse button goes down would
 * move what one is about to press.
 */
export function PeoplePicker({ selection, onChange, withGroups = false, always, ...props }: PeoplePickerProps) {
  const { t } = useI18n();
  const id = useId();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  /** The place in the list that Enter would pick; none until one has typed or moved there. */
  const [active, setActive] = useState(NONE);
  const [said, setSaid] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const field = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const { found, loading, failed } = useChoices(text, withGroups);
  const taken = new Set([always, ...choicesOf(selection).map(choice => choice.id)]);
  const choices = found.filter(choice => !taken.has(choice.id));
  const listed = open && choices.length > 0;
  const current = listed && active !== NONE ? choices[Math.min(active, choices.length - 1)] : undefined;
  const label = props.label ?? t(withGroups ? 'picker.label' : 'picker.labelPeople');

  useClickElsewhere(field, open, () => setOpen(false));
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current?.id]);

  const none = (): string => {
    if (loading) return t('picker.loading');
    if (failed) return t('picker.failed');
    return text.trim() === '' ? t('picker.noneLeft') : t('picker.none', { text: text.trim() });
  };
  const told = (): string => {
    if (said !== '' || !open) return said;
    return listed ? t('picker.results', { count: choices.length }) : none();
  };

  const pick = (choice: Choice): void => {
    onChange(withChoice(selection, choice));
    setSaid(t('picker.added', { name: choice.name }));
    // Who has found somebody by name may be done: another Enter must not add whoever comes next. Who picks along the list goes on.
    if (text.trim() !== '') setActive(NONE);
    setText('');
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
      setActive(now => {
        if (now === NONE) return by > 0 ? 0 : choices.length - 1;
        return (Math.min(now, choices.length - 1) + by + choices.length) % choices.length;
      });
  };
  const pressed = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    switch (event.key) {
      case 'ArrowDown':
        event.preventDefault();
        return move(1);
      case 'ArrowUp':
        event.preventDefault();
        return move(-1);
      case 'Enter':
        event.preventDefault();
        return current === undefined ? setOpen(true) : pick(current);
      case 'Escape':
      case 'Tab':
        return setOpen(false);
      default:
        return undefined;
    }
  };

  return (
    <div className="picker">
      <div ref={field} className="field">
        <label htmlFor={id}>{label}</label>
        <input
          ref={input}
          id={id}
          className="input"
          role="combobox"
          aria-expanded={listed}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={current === undefined ? undefined : `${id}-${current.id}`}
          autoComplete="off"
          placeholder={t('picker.placeholder')}
          value={text}
          onChange={event => {
            setText(event.target.value);
            setSaid('');
            setActive(event.target.value.trim() === '' ? NONE : 0);
            setOpen(true);
          }}
          onClick={() => setOpen(true)}
          onKeyDown={pressed}
        />
        <div ref={list} id={`${id}-list`} role="listbox" aria-label={label} className="picker-list" hidden={!listed}>
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
        {open && !listed && <p className="picker-none">{none()}</p>}
      </div>
      <p className="visually-hidden" role="status">
        {told()}
      </p>
      <ChosenList choices={choicesOf(selection).filter(choice => choice.id !== always)} onRemove={drop} />
    </div>
  );
}
