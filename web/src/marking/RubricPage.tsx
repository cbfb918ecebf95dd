import { useCallback, useState, type SyntheticEvent } from 'react';
import { problemText } from '../http/problem';
import { useLoaded } from '../http/useLoaded';
import { useI18n } from '../i18n/i18n';
import { goTo } from '../routing/location';
import { markingPath } from '../routing/route';
import { useRooms } from '../rooms/rooms';
import { BackLink } from '../ui/BackLink';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { ErrorNote } from '../ui/ErrorNote';
import { LoadFailed } from '../ui/LoadFailed';
import { Loading } from '../ui/Loading';
import { Page } from '../ui/Page';
import { SelectField } from '../ui/SelectField';
import { useTell } from '../ui/toast';
import { Conflict } from './Conflict';
import { CriterionFields } from './CriterionFields';
import type { Rubric } from './marking';
import { getRubric, saveRubric } from './markingApi';
import {
  draftOf,
  faultOf,
  formOf,
  inPlaceOf,
  newKey,
  newLevel,
  type CriterionForm,
  type RubricForm,
} from './rubricForm';
import { useSaving } from './useSaving';
import './marking.css';

/** What the work in a room is judged by. */
export function RubricPage({ id }: { id: string }) {
  const { t } = useI18n();
  const { value: rubric, error, reload } = useLoaded(useCallback((s: AbortSignal) => getRubric(id, s), [id]));
  return (
    <Page
      title={t('rubric.title')}
      lead={t('rubric.lead')}
      above={<BackLink to={markingPath(id)}>{t('marking.title')}</BackLink>}
    >
      {rubric === null && (error === null ? <Loading /> : <LoadFailed error={error} onRetry={reload} />)}
      {rubric !== null && <RubricEditor room={id} rubric={rubric} />}
    </Page>
  );
}

const MOST_CRITERIA = 20;

function RubricEditor({ room, rubric }: { room: string; rubric: Rubric }) {
  const { t } = useI18n();
  const tell = useTell();
  const [form, setForm] = useState(() => formOf(rubric));
  const [tried, setTried] = useState(false);
  const { busy, error, theirs, save, decided } = useSaving<Rubric>(() => getRubric(room));
  const fault = faultOf(form);

  const write = async (rubricForm: RubricForm): Promise<void> => {
    const saved = await save(() => saveRubric(room, draftOf(rubricForm)));
    if (saved === null) return;
    tell(t('rubric.saved'));
    goTo(markingPath(room));
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setTried(true);
    if (fault === null) void write(form);
  };
  const change = (criteria: RubricForm['criteria']): void => setForm({ ...form, criteria });
  const replace = (key: string, criterion: CriterionForm): void =>
    change(form.criteria.map(each => (each.key === key ? criterion : each)));

  return (
    <form className="form" onSubmit={submit} noValidate autoComplete="off">
      {form.criteria.length === 0 && (
        <EmptyState title={t('rubric.empty')} help={t('rubric.empty.help')}>
          <Button look="main" onClick={() => change(example(t))}>
            {t('rubric.example')}
          </Button>
          <CopyFrom room={room} onCopied={change} />
        </EmptyState>
      )}
      {form.criteria.map(criterion => (
        <CriterionFields
          key={criterion.key}
          criterion={criterion}
          onChange={changed => replace(criterion.key, changed)}
          onRemove={() => change(form.criteria.filter(({ key }) => key !== criterion.key))}
        />
      ))}
      {form.criteria.length < MOST_CRITERIA && (
        <div>
          <Button icon="plus" onClick={() => change([...form.criteria, newCriterion()])}>
            {t('rubric.addCriterion')}
          </Button>
        </div>
      )}
      {theirs?.value && (
        <Conflict
          by={null}
          busy={busy}
          onMine={() => void write(inPlaceOf(theirs.value ?? rubric, form))}
          onTheirs={() => {
            setForm(formOf(theirs.value ?? rubric));
            decided();
          }}
        >
          <ul>
            {theirs.value.criteria.map(({ id, name, levels }) => (
              <li key={id} className="from-people">
                {name}: {levels.map(level => `${level.name} (${level.points})`).join(', ')}
              </li>
            ))}
          </ul>
        </Conflict>
      )}
      <ErrorNote text={tried && fault !== null ? t(fault) : error === null ? null : t(problemText(error))} />
      <div className="actions">
        <Button look="main" type="submit" busy={busy}>
          {t('app.save')}
        </Button>
        <Button look="quiet" onClick={() => goTo(markingPath(room))}>
          {t('app.cancel')}
        </Button>
      </div>
    </form>
  );
}

const newCriterion = (name = '', levels: readonly (readonly [string, string])[] = [['', '']]): CriterionForm => ({
  key: newKey(),
  name,
  description: '',
  levels: levels.map(([level, points]) => newLevel(level, points)),
});

/** Something to begin with, and to change. */
function example(t: ReturnType<typeof useI18n>['t']): CriterionForm[] {
  const levels = [
    [t('rubric.example.weak'), '0'],
    [t('rubric.example.good'), '2'],
    [t('rubric.example.best'), '4'],
  ] as const;
  return [t('tag.reasoning'), t('tag.tone'), t('tag.spelling')].map(name => newCriterion(name, levels));
}

interface CopyFromProps {
  readonly room: string;
  readonly onCopied: (criteria: readonly CriterionForm[]) => void;
}

/** Takes over what another room is judged by. */
function CopyFrom({ room, onCopied }: CopyFromProps) {
  const { t } = useI18n();
  const tell = useTell();
  const { value: rooms } = useRooms();
  const others = (rooms ?? []).filter(({ id, role }) => id !== room && role !== 'student');
  if (others.length === 0) return null;
  const copy = async (from: string): Promise<void> => {
    if (from === '') return;
    try {
      const { criteria } = formOf(await getRubric(from));
      if (criteria.length === 0) return tell(t('rubric.copyEmpty'));
      onCopied(
        criteria.map(({ name, description, levels }) => ({
          key: newKey(),
          name,
          description,
          levels: levels.map(level => ({ ...newLevel(level.name, level.points), description: level.description })),
        })),
      );
    } catch (error) {
      tell(t(problemText(error)));
    }
  };
  return (
    <SelectField
      label={t('rubric.copy')}
      value=""
      options={[{ value: '', label: '–' }, ...others.map(({ id, title }) => ({ value: id, label: title }))]}
      onChange={from => void copy(from)}
    />
  );
}
