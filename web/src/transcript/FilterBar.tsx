import { useEffect, useId, useState, type ReactNode } from 'react';
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
  /** That another day is shown than the one that was asked for; else empty. */
  readonly landed: string;
  /** What else says where in the transcript to read, and how it is divided: in one bar, so that the transcript has the room. */
  readonly goTo: ReactNode;
  readonly sessions: ReactNode;
  readonly ends: ReactNode;
  readonly onChange: (filter: TranscriptFilter) => void;
}

const TYPING_PAUSE_MS = 350;
const KINDS = ['', 'message', 'entered', 'left'] as const;
const ONLY = ['flagged', 'unmarked'] as const;

type Shown = (typeof KINDS)[number] | (typeof ONLY)[number];

const isOnly = (shown: Shown): shown is (typeof ONLY)[number] => ONLY.some(only => only === shown);

/**
 * Person, group, kind, days with times, and words; each works at once, and together. What is wanted seldom waits behind a
 * button unless it is in use, and where there is little room all of it.
 */
export function FilterBar(props: FilterBarProps) {
  const { filter, authors, groups, seesConcerns, found, landed, goTo, sessions, ends, onChange } = props;
  const { t, language } = useI18n();
  const [text, setText] = useState(filter.text);
  const [known, setKnown] = useState(filter.text);
  const [open, setOpen] = useState(false);
  const fields = useId();
  const seldomUsed = filter.from !== '' || filter.to !== '' || filter.group !== '';
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
    <section
      className={['filter-bar', open && 'filter-open', seldomUsed && 'filter-seldom-used'].filter(Boolean).join(' ')}
      role="search"
      aria-label={t('transcript.filters')}
    >
      <div id={fields} className="filter-fields">
        <SelectField
          label={t('transcript.student')}
          value={filter.account}
          options={people}
          onChange={account => change({ account })}
        />
        <div className="filter-kind">
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
        </div>
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
        {goTo}
        <div className="filter-seldom">
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
            error={isBackwards(filter) ? t('transcript.fromAfterTo') : undefined}
          />
          {ofGroups.length > 1 && (
            <SelectField
              label={t('transcript.group')}
              value={filter.group}
              options={ofGroups}
              onChange={group => change({ group })}
            />
          )}
          {sessions}
          <p className="filter-quick">
            {SPANS.map(({ label, days }) => (
              <Button key={label} look="quiet" icon="clock" onClick={() => change(lastDays(days))}>
                {t(label)}
              </Button>
            ))}
            <span className="filter-zone">{t('transcript.times', { zone: zoneName() })}</span>
          </p>
        </div>
      </div>
      <div className="filter-bar-foot">
        <Button
          className="filter-toggle"
          icon="gear"
          aria-expanded={open}
          aria-controls={fields}
          onClick={() => setOpen(!open)}
        >
          {t(filtersAnything(filter) ? 'transcript.filters.on' : 'transcript.filters.more')}
        </Button>
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
        <span role="status" className="filter-found">
          {found}
          {landed !== '' && <span className="filter-landed"> {landed}</span>}
        </span>
        {ends}
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
