import { Field } from '../ui/Field';

interface Part {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A day, and a time of it, which may be left out. */
export function MomentFields({ day, time, error }: { day: Part; time: Part; error?: string | undefined }) {
  return (
    <div className="filter-moment">
      <Field
        label={day.label}
        type="date"
        max="9999-12-31"
        error={error}
        value={day.value}
        onChange={event => day.onChange(event.target.value)}
      />
      <Field
        label={time.label}
        type="time"
        disabled={day.value === ''}
        value={time.value}
        onChange={event => time.onChange(event.target.value)}
      />
    </div>
  );
}
