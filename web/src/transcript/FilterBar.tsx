import { useEffect, useId, useState } from 'react';
import { dayKey } from '../i18n/dates';
import { useI18n } from '../i18n/i18n';
import type { Translate } from '../i18n/translate';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { SelectField } from '../ui/SelectField';
import { everything, filtersAnything, isBackwards, type TranscriptFilter } from './filter';
import { MomentFields } from './MomentFields';
import type { Author } from './transcriptApi';

interface FilterBarProps {
  readonly filter: TranscriptFilter;
  readonly authors: readonly Author[];
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  /** Whether whoever reads sees what was reported or flagged. */
  readonly seesConcerns: boolean;
  /** How much it lets through, in words; empty while that is not known. */
  readonly found: string;
  readonly onChange: (filter: TranscriptFilter) => void;
}

const TYPING_PAUSE_MS = 350;
const KINDS = ['', 'message', 'entered', 'left'] as const;
const ONLY = ['flagged', 'unmarked'] as const;

type Shown = (typeof KINDS)[number] | (typeof ONLY)[number];

const isOnly = (shown: Shown): shown is (typeof ONLY)[number] => ONLY.some(only => only === shown);

/** Person, group, kind, days with times, and words; each works at once, and together. Days wait behind a button until they are wanted, and where there is little room all of it. */
export function FilterBar({ filter, authors, groups, seesConcerns, found, onChange }: FilterBarProps) {
  const { t, language } = useI18n();
  const [text, setText] = useState(filter.text);
  const [known, setKnown] = useState(filter.text);
  const [open, setOpen] = useState(false);
  const [dates, setDates] = useState(false);
  const fields = useId();
  const days = useId();
  const spanned = filter.from !== '' || filter.to !== '';
  const dated = dates || spanned;
  // Somebody went where other words are looked for, or none.
  if (known !== filter.text) {
    setKnown(filter.text);
    if (text.trim() !== filter.text.trim()) setText(filter.text);
  }
  const byName = new Intl.Collator(language);
  const people = [
    { value: '', label: t('transcript.everybody') },
    ...authors
      .toSorted((a, b) => Number(b.member) - Number(a.member) || byName.compare(a.name, b.name))
      .map(author => ({ value: author.id, label: labelOf(t, author) })),
  ];
  if (!people.some(({ value }) => value === filter.account)) {
    people.push({ value: filter.account, label: t('transcript.somebody') });
  }
  const change = (part: Partial<TranscriptFilter>): void => onChange({ ...filter, text, ...part });
  const backwards = isBackwards(filter);
  const ofGroups = [{ value: '', label: t('transcript.anyGroup') }, ...groups.map(nameOf)];
  if (!ofGroups.some(({ value }) => value === filter.group)) {
    ofGroups.push({ value: filter.group, label: t('transcript.otherGroup') });
  }

  useEffect(() => {
    if (text.trim() === filter.text.trim()) return undefined;
    const timer = setTimeout(() => onChange({ ...filter, text: text.trim() }), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, filter, onChange]);

  return (
    <section className="filter-bar" role="search" aria-label={t('transcript.filters')}>
      <Button
        className="filter-toggle"
        icon="search"
        aria-expanded={open}
        aria-controls={fields}
        onClick={() => setOpen(!open)}
      >
        {t(filtersAnything(filter) ? 'transcript.filters.on' : 'transcript.filters')}
      </Button>
      <div id={fields} className={open ? 'filter-fields filter-fields-open' : 'filter-fields'}>
        <SelectField
          label={t('transcript.student')}
          value={filter.account}
          options={people}
          onChange={account => change({ account })}
        />
        {ofGroups.length > 1 && (
          <SelectField
            label={t('transcript.group')}
            value={filter.group}
            options={ofGroups}
            onChange={group => change({ group })}
          />
        )}
        <SelectField
          label={t('transcript.kind')}
          value={filter.only === '' ? filter.kind : filter.only}
          options={[
            ...KINDS.map((value): { value: Shown; label: string } => ({
              value,
              label: t(`transcript.kind.${value === '' ? 'any' : value}`),
            })),
            ...ONLY.filter(only => only !== 'flagged' || seesConcerns || filter.only === only).map(value => ({
              value,
              label: t(`transcript.only.${value}`),
            })),
          ]}
          onChange={shown => change(isOnly(shown) ? { kind: '', only: shown } : { kind: shown, only: '' })}
        />
        <div className="filter-words">
          <Field
            label={t('transcript.text')}
            type="search"
            placeholder={t('transcript.text.placeholder')}
            maxLength={200}
            value={text}
            onChange={event => setText(event.target.value)}
          />
        </div>
        {dated && (
          <div id={days} className="filter-days">
            <MomentFields
              day={{ label: t('transcript.from'), value: filter.from, onChange: from => change({ from }) }}
              time={{
                label: t('transcript.fromTime'),
                value: filter.fromTime,
                onChange: fromTime => change({ fromTime }),
              }}
            />
            <MomentFields
              day={{ label: t('transcript.to'), value: filter.to, onChange: to => change({ to }) }}
              time={{ label: t('transcript.toTime'), value: filter.toTime, onChange: toTime => change({ toTime }) }}
              error={backwards ? t('transcript.fromAfterTo') : undefined}
            />
          </div>
        )}
      </div>
      <div className="filter-bar-foot">
        <span role="status">{found}</span>
        <span className="filter-zone">{t('transcript.times', { zone: zoneName() })}</span>
        <span className="filter-quick">
          {!spanned && (
            <Button
              look="quiet"
              icon="clock"
              aria-expanded={dated}
              aria-controls={days}
              onClick={() => setDates(!dates)}
            >
              {t('transcript.dates')}
            </Button>
          )}
          {SPANS.map(({ label, days }) => (
            <Button key={label} look="quiet" onClick={() => change(lastDays(days))}>
              {t(label)}
            </Button>
          ))}
          {filtersAnything(filter) && (
            <Button
              look="quiet"
              icon="close"
              onClick={() => {
                setText('');
                onChange(everything);
              }}
            >
              {t('transcript.clear')}
            </Button>
          )}
        </span>
      </div>
    </section>
  );
}

const nameOf = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });

function labelOf(t: Translate, { name, role, member }: Author): string {
  if (role === 'guest') return t('transcript.guest', { name });
  return member ? name : t('transcript.former', { name });
}

const SPANS = [
  { label: 'transcript.today', days: 1 },
  { label: 'transcript.week', days: 7 },
] as const;

/** This many days up to today. */
function lastDays(days: number): Partial<TranscriptFilter> {
  const now = new Date();
  const first = new Date(now.getFullYear(), now.getMonth(), now.getDate() - days + 1);
  return { from: dayKey(first), fromTime: '', to: dayKey(now), toTime: '' };
}

const zoneName = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;
