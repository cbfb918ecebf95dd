import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { LONGEST_TEXT, type Tag } from '../feedback/feedback';
import { TagChips } from '../feedback/TagChips';
import { createOrderedId } from '../room/clientId';
import { problemText } from '../http/problem';
import { useI18n } from '../i18n/i18n';
import { Button } from '../ui/Button';
import { ErrorNote } from '../ui/ErrorNote';
import { TextArea } from '../ui/TextArea';
import { useTell } from '../ui/toast';
import { Conflict } from './Conflict';
import type { Mark } from './marking';
import { addComment, changeComment, getMarking, type CommentDraft } from './markingApi';
import { TagChoice } from './TagChoice';
import { useMarkActions } from './useMarkActions';
import { useSaving } from './useSaving';

/** What is needed of a comment to change it. */
export type EditedComment = Pick<Mark, 'id' | 'version' | 'text' | 'tags'> & {
  readonly messages: readonly { readonly id: string }[];
};

interface CommentEditorProps {
  readonly room: string;
  readonly student: string;
  /** Which comment is changed; null for a new one. */
  readonly comment: EditedComment | null;
  readonly messages: readonly string[];
  readonly tags: readonly Tag[];
  /** What was written before and not saved, and of a comment that is there, which version it changes. */
  readonly before: (CommentDraft & { readonly version?: number; readonly id?: string }) | null;
  /** Told what there is to lose, whenever that changes; null where that is nothing. */
  readonly onWriting: (draft: CommentDraft | null, of: { readonly id: string; readonly version: number }) => void;
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

/** Writes a comment on the messages that are chosen. */
export function CommentEditor(props: CommentEditorProps) {
  const { room, student, comment, messages, before, onWriting, onChanged, onClose } = props;
  const { t } = useI18n();
  const tell = useTell();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(before?.text ?? comment?.text ?? '');
  const [tags, setTags] = useState<readonly string[]>(before?.tags ?? keysOf(comment?.tags ?? []));
  const [newId] = useState(() => before?.id ?? createOrderedId());
  const [version] = useState(before?.version ?? comment?.version ?? 0);
  const actions = useMarkActions(room, onChanged);
  const { busy, error, theirs, save } = useSaving<Mark>(
    async () => (await getMarking(room, student)).comments.find(({ id }) => id === (comment?.id ?? newId)) ?? null,
  );
  const dirty =
    comment === null
      ? text.trim() !== '' || tags.length > 0
      : text.trim() !== comment.text ||
        !sameList(tags, keysOf(comment.tags)) ||
        !sameList(
          messages,
          comment.messages.map(({ id }) => id),
        );
  const empty = (text.trim() === '' && tags.length === 0) || messages.length === 0;
  // A tag that was taken away from the school's stays on the comments that have it.
  const offered = [
    ...props.tags,
    ...(comment?.tags ?? []).filter(tag => !props.tags.some(({ key }) => key === tag.key)),
  ];

  useEffect(() => {
    onWriting(dirty ? { messages, text, tags } : null, { id: newId, version });
  }, [dirty, messages, text, tags, newId, version, onWriting]);

  /** The one that is changed, in the version that was seen when that was begun. */
  const mine: Changed | null = comment === null ? null : { id: comment.id, version };
  const write = (over: Changed | null): Promise<Mark | null> => {
    const draft = { messages, text: text.trim(), tags };
    return save(() =>
      over === null ? addComment(room, newId, draft) : changeComment(room, over.id, over.version, draft),
    );
  };
  const close = (): void => {
    onWriting(null, { id: newId, version });
    onClose();
  };
  const saveDraft = async (over: Changed | null): Promise<void> => {
    if (empty || (await write(over)) === null) return;
    tell(t('mark.savedDraft'));
    onChanged();
    close();
  };
  const release = async (): Promise<void> => {
    const mark = await write(mine);
    if (mark === null) return;
    await actions.release(mark);
    close();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void saveDraft(mine);
    if (event.key === 'Escape' && !dirty) close();
  };

  return (
    <section className="sheet sheet-padded comment-editor" aria-label={t('marking.comment')} onKeyDown={onKeyDown}>
      <h2>{comment === null ? t('marking.commentOn', { count: messages.length }) : t('marking.changeComment')}</h2>
      <TagChoice tags={offered} chosen={tags} onChange={setTags} />
      <TextArea
        label={t('marking.comment')}
        hint={t('feedback.ctrlEnter.save')}
        inputRef={field}
        autoFocus
        maxLength={LONGEST_TEXT}
        value={text}
        onChange={event => setText(event.target.value)}
      />
      {theirs !== null && (
        <Conflict
          by={theirs.value?.by?.name ?? null}
          busy={busy}
          onMine={() => void saveDraft(theirs.value)}
          onTheirs={() => {
            onChanged();
            close();
          }}
        >
          {theirs.value === null ? null : (
            <>
              <TagChips tags={theirs.value.tags} />
              <p className="feedback-text from-people">{theirs.value.text}</p>
            </>
          )}
        </Conflict>
      )}
      <ErrorNote text={error === null ? null : t(problemText(error))} />
      <div className="actions">
        <Button look="main" busy={busy} disabled={empty} onClick={() => void saveDraft(mine)}>
          {t('mark.saveDraft')}
        </Button>
        <Button icon="send" busy={busy} disabled={empty} onClick={() => void release()}>
          {t('mark.release')}
        </Button>
        <Button look="quiet" onClick={close}>
          {t('app.cancel')}
        </Button>
      </div>
    </section>
  );
}

type Changed = Pick<Mark, 'id' | 'version'>;

const keysOf = (tags: readonly Tag[]): string[] => tags.map(({ key }) => key);
const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((each, at) => each === b[at]);
