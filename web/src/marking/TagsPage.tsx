import { useState, type SyntheticEvent } from 'react';
import { tagName } from '../feedback/tagName';
import { problemText } from '../http/problem';
import { useLoaded } from '../http/useLoaded';
import { useI18n } from '../i18n/i18n';
import { Button } from '../ui/Button';
import { ErrorNote } from '../ui/ErrorNote';
import { Field } from '../ui/Field';
import { IconButton } from '../ui/IconButton';
import { LoadFailed } from '../ui/LoadFailed';
import { Loading } from '../ui/Loading';
import { Page } from '../ui/Page';
import { useTell } from '../ui/toast';
import { Conflict } from './Conflict';
import type { TagList } from './marking';
import { getTags, saveTags } from './markingApi';
import { newKey } from './rubricForm';
import { useSaving } from './useSaving';
import './marking.css';

/** The words that teachers of the school mark comments with, for its admins to change. */
export function TagsPage() {
  const { t } = useI18n();
  const { value: list, error, reload, put } = useLoaded(getTags);
  return (
    <Page title={t('tags.title')} lead={t('tags.lead')}>
      {list === null && (error === null ? <Loading /> : <LoadFailed error={error} onRetry={reload} />)}
      {list !== null && <TagsEditor key={list.version} list={list} onSaved={put} />}
    </Page>
  );
}

const MOST_TAGS = 30;

interface TagForm {
  readonly row: string;
  readonly key?: string;
  /** Of a standard tag, the word in the reader's language. */
  readonly shown: string;
}

function TagsEditor({ list, onSaved }: { list: TagList; onSaved: (list: TagList) => void }) {
  const { t } = useI18n();
  const tell = useTell();
  const [tags, setTags] = useState<readonly TagForm[]>(() =>
    list.tags.map(tag => ({ row: tag.key, key: tag.key, shown: tagName(t, tag) })),
  );
  const { busy, error, theirs, save } = useSaving<TagList>(() => getTags());
  const names = tags.map(tag => tag.shown.trim().toLocaleLowerCase());
  const fault = names.includes('') ? 'rubric.noName' : new Set(names).size < names.length ? 'rubric.twice' : null;

  /** Ours in the place of what there is now: what was taken away meanwhile is new again. */
  const write = async (there: TagList): Promise<void> => {
    const known = new Map(there.tags.map(tag => [tag.key, tag]));
    const saved = await save(() =>
      saveTags(
        there.version,
        tags.map(({ key, shown }) => {
          const before = key === undefined ? undefined : known.get(key);
          const unchanged = before !== undefined && tagName(t, before) === shown.trim();
          return { ...(before !== undefined && { key: before.key }), name: unchanged ? before.name : shown.trim() };
        }),
      ),
    );
    if (saved === null) return;
    tell(t('app.saved'));
    onSaved(saved);
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (fault === null) void write(list);
  };

  return (
    <form className="form" onSubmit={submit} noValidate autoComplete="off">
      <ol className="tag-fields">
        {tags.map((tag, at) => (
          <li key={tag.row}>
            <Field
              label={t('tags.tag', { at: at + 1 })}
              maxLength={60}
              value={tag.shown}
              onChange={event =>
                setTags(tags.map(each => (each.row === tag.row ? { ...each, shown: event.target.value } : each)))
              }
            />
            <IconButton
              icon="close"
              label={t('rubric.remove', { name: tag.shown })}
              onClick={() => setTags(tags.filter(({ row }) => row !== tag.row))}
            />
          </li>
        ))}
      </ol>
      <p className="field-hint">{t('tags.hint')}</p>
      {theirs?.value && (
        <Conflict
          by={null}
          busy={busy}
          onMine={() => void write(theirs.value ?? list)}
          onTheirs={() => theirs.value !== null && onSaved(theirs.value)}
        >
          <p className="from-people">{theirs.value.tags.map(tag => tagName(t, tag)).join(' · ')}</p>
        </Conflict>
      )}
      <ErrorNote text={fault !== null ? t(fault) : error === null ? null : t(problemText(error))} />
      <div className="actions">
        <Button look="main" type="submit" busy={busy}>
          {t('app.save')}
        </Button>
        {tags.length < MOST_TAGS && (
          <Button icon="plus" onClick={() => setTags([...tags, { row: newKey(), shown: '' }])}>
            {t('tags.add')}
          </Button>
        )}
      </div>
    </form>
  );
}
