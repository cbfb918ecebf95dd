import { useI18n } from '../i18n/i18n';
import type { Span } from './room';

interface HoursRowProps {
  readonly day: Span['day'];
  readonly spans: readonly Span[];
  /** What a day gets that is switched on. */
  readonly first: Pick<Span, 'from' | 'until'>;
  readonly onChange: (spans: readonly Span[]) => void;
}

/** A day of the week with its spans: mostly one or none. */
export function HoursRow({ day, spans, first, onChange }: HoursRowProps) {
  const { t } = useI18n();
  const name = t(`weekday.${day}`);
  const write = (index: number, change: Partial<Span>): void =>
    onChange(spans.map((span, at) => (at === index ? { ...span, ...change } : span)));

  return (
    <li className="hours-day">
      <label className="hours-name">
        <input
          type="checkbox"
          checked={spans.length > 0}
          onChange={event => onChange(event.target.checked ? [{ day, from: first.from, until: first.until }] : [])}
        />
        {name}
      </label>
      {spans.length === 0 && <span className="hours-none">{t('pace.hours.none')}</span>}
      {spans.map((span, index) => (
        <span key={index} className="hours-span">
          <input
            type="time"
            className="input"
            aria-label={t('pace.hours.from', { day: name })}
            value={span.from}
            onChange={event => write(index, { from: event.target.value })}
          />
          –
          <input
            type="time"
            className="input"
            aria-label={t('pace.hours.until', { day: name })}
            value={span.until}
            onChange={event => write(index, { until: event.target.value })}
          />
          {span.until !== '' && span.until <= span.from && <small>{t('pace.hours.nextDay')}</small>}
        </span>
      ))}
    </li>
  );
}
