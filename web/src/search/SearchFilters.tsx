import { useCallback, useState } from 'react';
import { useLoaded } from '../http/useLoaded';
import { useI18n } from '../i18n/i18n';
import { PeoplePicker } from '../people/PeoplePicker';
import { nobody, type Selection } from '../people/selection';
import { listRooms } from '../rooms/roomsApi';
import { seesWholeSchool } from '../session/account';
import { useMe } from '../session/session';
import { Field } from '../ui/Field';
import { SelectField } from '../ui/SelectField';
import type { Hit } from './searchApi';
import type { Question } from './question';

interface SearchFiltersProps {
  readonly question: Question;
  /** Know what the person is called of whom the address has the id alone. */
  readonly hits: readonly Hit[];
  readonly onChange: (part: Partial<Question>) => void;
}

/** In which room, by whom and when something was written. */
export function SearchFilters({ question, hits, onChange }: SearchFiltersProps) {
  const { t } = useI18n();
  const whole = seesWholeSchool(useMe());
  const { room, account, from, to } = question;
  const { value: rooms } = useLoaded(
    useCallback((signal: AbortSignal) => listRooms(whole ? 'school' : 'mine', signal), [whole]),
  );
  const [picked, setPicked] = useState<Selection>(nobody);
  const name =
    picked.people.find(({ id }) => id === account)?.name ?? hits.find(({ user_id }) => user_id === account)?.username;
  const options = [
    { value: '', label: t('concerns.room.any') },
    ...(rooms ?? []).map(({ id, title }) => ({ value: id, label: title })),
  ];
  if (!options.some(({ value }) => value === room)) options.push({ value: room, label: t('search.otherRoom') });

  const pick = (selection: Selection): void => {
    const people = selection.people.slice(-1);
    setPicked({ people, groups: [] });
    onChange({ account: people[0]?.id ?? '' });
  };
  return (
    <div className="search-filters">
      <SelectField
        label={t('concerns.room')}
        value={room}
        options={options}
        onChange={wanted => onChange({ room: wanted })}
      />
      <Field
        label={t('transcript.from')}
        type="date"
        max="9999-12-31"
        value={from}
        onChange={event => onChange({ from: event.target.value })}
      />
      <Field
        label={t('transcript.to')}
        type="date"
        max="9999-12-31"
        error={from !== '' && to !== '' && to < from ? t('transcript.fromAfterTo') : undefined}
        value={to}
        onChange={event => onChange({ to: event.target.value })}
      />
      <PeoplePicker
        label={t('search.writtenBy')}
        selection={
          account === ''
            ? nobody
            : { people: [{ id: account, name: name ?? t('transcript.somebody'), username: '' }], groups: [] }
        }
        onChange={pick}
      />
    </div>
  );
}
