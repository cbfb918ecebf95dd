import { useId } from 'react';

interface ChoiceListProps<T extends string> {
  readonly label: string;
  readonly value: T | null;
  readonly options: readonly { readonly value: T; readonly label: string; readonly help?: string | undefined }[];
  readonly onChange: (value: T) => void;
}

/** One of several, each on a line of its own. */
export function ChoiceList<T extends string>({ label, value, options, onChange }: ChoiceListProps<T>) {
  const name = useId();
  return (
    <fieldset className="choice-list">
      <legend>{label}</legend>
      {options.map(option => (
        <label key={option.value} className="check-row">
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
          <span>
            <strong>{option.label}</strong>
            {option.help !== undefined && <small>{option.help}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
