import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useLoaded } from '../http/useLoaded';
import { usePaged } from '../http/usePaged';
import { useI18n } from '../i18n/i18n';
import type { ArchivedEntry } from '../room/entry';
import { getRoom } from '../rooms/roomsApi';
import { markingPath } from '../routing/route';
import { useMe } from '../session/session';
import { BackLink } from '../ui/BackLink';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { LoadFailed } from '../ui/LoadFailed';
import { Loading } from '../ui/Loading';
import { LoadMore } from '../ui/LoadMore';
import { Page } from '../ui/Page';
import { CommentCard } from './CommentCard';
import { CommentEditor, type EditedComment } from './CommentEditor';
import { GradePanel } from './GradePanel';
import type { Mark } from './marking';
import { getMarking, getRubric, getTags, listStudents, listWritten, type CommentDraft } from './markingApi';
import { LostChange } from './LostChange';
import { ReleaseOfStudent } from './ReleaseOfStudent';
import { StudentNav } from './StudentNav';
import { keepChange, keepUnsaved, unsavedOf } from './unsaved';
import { useAskedMessage, useShowsAsked } from './useAskedMessage';
import { useSeesAnswers } from './useSeesAnswers';
import { WrittenList } from './WrittenList';
import './marking.css';
import '../feedback/feedback.css';

interface StudentPageProps {
  readonly id: string;
  readonly student: string;
}

/** All that one student wrote in a room, and where a teacher comments on it and grades it. */
export function StudentPage({ id, student }: StudentPageProps) {
  const { t } = useI18n();
  const me = useMe();
  const { value: room } = useLoaded(useCallback((s: AbortSignal) => getRoom(id, s), [id]));
  const { value: rubric } = useLoaded(useCallback((s: AbortSignal) => getRubric(id, s), [id]));
  const { value: students } = useLoaded(useCallback((s: AbortSignal) => listStudents(id, s), [id]));
  const { value: tags } = useLoaded(getTags);
  const {
    value: marking,
    error,
    reload,
  } = useLoaded(useCallback((s: AbortSignal) => getMarking(id, student, s), [id, student]));
  const written = usePaged<ArchivedEntry>(
    useCallback((before, signal) => listWritten(id, student, before, signal), [id, student]),
  );
  const entries = useMemo(() => written.slices.toReversed().flatMap(({ items }) => items), [written.slices]);
  const unsaved = useMemo(() => unsavedOf(me.id, id, student), [me.id, id, student]);
  const begun = unsaved.read()?.comment ?? null;
  const asked = useAskedMessage();
  const [writing, setWriting] = useState(begun !== null || asked !== null);
  const [chosenForNew, setChosenForNew] = useState<readonly string[]>(() => [
    ...new Set([...(begun?.messages ?? []), ...(asked === null ? [] : [asked])]),
  ]);
  const [editing, setEditing] = useState<{ comment: EditedComment; messages: readonly string[] } | null>(null);
  const grade = useRef<HTMLElement>(null);

  useShowsAsked(asked, written);
  useSeesAnswers(marking);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!event.altKey || event.code !== 'KeyG') return;
      event.preventDefault();
      grade.current?.querySelector<HTMLElement>('input, textarea')?.focus();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  const edited = editing?.comment.id ?? null;
  // Each in a place of its own, so that opening another card leaves what was written for this one.
  const keepComment = useCallback(
    (draft: CommentDraft | null, { id: newId, version }: { id: string; version: number }) => {
      if (edited === null) keepUnsaved(unsaved, 'comment', draft === null ? null : { ...draft, id: newId });
      else keepChange(unsaved, edited, draft === null ? null : { ...draft, version });
    },
    [unsaved, edited],
  );

  const above = <BackLink to={markingPath(id)}>{room?.title ?? t('marking.title')}</BackLink>;
  if (marking === null || rubric === null) {
    return (
      <Page title={t('marking.title')} above={above}>
        {error === null ? <Loading /> : <LoadFailed error={error} onRetry={reload} />}
      </Page>
    );
  }
  const shown = new Set(entries.map(entry => entry.id));
  const elsewhere = marking.comments.filter(({ messages }) => !messages.some(message => shown.has(message.id)));
  const changes = unsaved.read()?.changes ?? {};
  const gone = Object.entries(changes).filter(
    ([lost]) => lost !== edited && !marking.comments.some(comment => comment.id === lost),
  );
  const chosen = editing?.messages ?? chosenForNew;
  const choose = (messages: readonly string[]): void =>
    editing === null ? setChosenForNew(messages) : setEditing({ ...editing, messages });
  const edit = (comment: EditedComment): void =>
    setEditing({ comment, messages: changes[comment.id]?.messages ?? comment.messages.map(({ id: each }) => each) });
  const writeNew = (): void => {
    if (editing === null) setWriting(true);
  };
  /** Whatever was begun as a new one is there again after another one has been changed. */
  const close = (): void => {
    setEditing(null);
    if (editing !== null) return;
    setWriting(false);
    setChosenForNew([]);
  };
  const card = (comment: Mark, quoting: boolean) => (
    <CommentCard
      key={comment.id}
      room={id}
      comment={comment}
      mayChange={marking.member}
      quoting={quoting}
      unsaved={comment.id in changes && comment.id !== edited}
      onEdit={edit}
      onChanged={reload}
    />
  );
  return (
    <Page
      wide
      title={marking.display_name}
      lead={marking.member ? t('marking.lead') : t('marking.former')}
      above={above}
      actions={<StudentNav room={id} student={student} students={students ?? []} />}
    >
      <div className="student-marking">
        <section className="student-written" aria-label={t('marking.written')}>
          <div className="student-tools">
            {marking.member && (
              <Button
                look="main"
                icon="comment"
                disabled={chosenForNew.length === 0 || editing !== null}
                onClick={writeNew}
              >
                {t('marking.comment')}
              </Button>
            )}
            <ReleaseOfStudent room={id} marking={marking} onReleased={reload} />
            <span className="field-hint">{t('marking.keys')}</span>
          </div>
          {written.state === 'failed' && <LoadFailed error={written.error} onRetry={written.reload} />}
          {written.state === 'loading' && entries.length === 0 && <Loading />}
          {written.state === 'ready' && entries.length === 0 && (
            <EmptyState title={t('marking.nothing')} help={t('marking.nothing.help')} />
          )}
          {entries.length > 0 && (
            <div className="sheet written-sheet">
              <LoadMore
                more={written.more}
                label={t('transcript.earlier')}
                failed={t('room.olderFailed')}
                onLoad={written.loadMore}
              />
              <WrittenList
                room={id}
                written={entries}
                comments={marking.comments}
                chosen={chosen}
                mayComment={marking.member}
                onChoose={choose}
                onComment={writeNew}
                card={comment => card(comment, false)}
              />
            </div>
          )}
          {gone.map(([lost, change]) => (
            <LostChange
              key={lost}
              change={change}
              onEdit={() => edit({ id: lost, version: change.version, text: '', tags: [], messages: [] })}
              onDiscard={() => {
                keepChange(unsaved, lost, null);
                reload();
              }}
            />
          ))}
          {elsewhere.length > 0 && (
            <section className="written-elsewhere">
              <h2>{t('marking.elsewhere')}</h2>
              {elsewhere.map(comment => card(comment, true))}
            </section>
          )}
        </section>
        <div className="student-side">
          {((writing && marking.member) || editing !== null) && (
            <CommentEditor
              key={edited ?? 'new'}
              room={id}
              student={student}
              comment={editing?.comment ?? null}
              messages={chosen}
              tags={tags?.tags ?? []}
              before={edited === null ? begun : (changes[edited] ?? null)}
              onWriting={keepComment}
              onChanged={reload}
              onClose={close}
            />
          )}
          <GradePanel room={id} marking={marking} rubric={rubric} unsaved={unsaved} panel={grade} onChanged={reload} />
        </div>
      </div>
    </Page>
  );
}
