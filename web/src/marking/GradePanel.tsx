import { useState, type KeyboardEvent, type RefObject } from 'react';
import { LONGEST_TEXT } from '../feedback/feedback';
import { Scores } from '../feedback/Scores';
import { Thread } from '../feedback/Thread';
import { problemText } from '../http/problem';
import { useI18n } from '../i18n/i18n';
import { Button } from '../ui/Button';
import { Confirm } from '../ui/Confirm';
import { ErrorNote } from '../ui/ErrorNote';
import type { Kept } from '../ui/kept';
import { TextArea } from '../ui/TextArea';
import { Conflict } from './Conflict';
import { GradeInWords } from './GradeInWords';
import type { Mark, Rubric, StudentMarking } from './marking';
import { RubricScores } from './RubricScores';
import { StateMark } from './StateMark';
import type { Unsaved } from './unsaved';
import { useGradeDraft, type GradeEditing } from './useGradeDraft';
import { useMarkActions } from './useMarkActions';

interface GradePanelProps {
  readonly room: string;
  readonly marking: StudentMarking;
  readonly rubric: Rubric;
  readonly unsaved: Kept<Unsaved>;
  readonly panel: RefObject<HTMLElement | null>;
  readonly onChanged: () => void;
}

/** The grade of one student: a level for each criterion, and an overall comment. */
export function GradePanel({ room, marking, rubric, unsaved, panel, onChanged }: GradePanelProps) {
  const { t } = useI18n();
  const { grade, member } = marking;
  const editing = useGradeDraft(room, marking, rubric, unsaved, onChanged);
  const { draft, change, dirty, empty, busy, error, theirs } = editing;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && dirty && !empty) void editing.save();
  };

  return (
    <section ref={panel} className="sheet sheet-padded grade" aria-label={t('feedback.grade')} onKeyDown={onKeyDown}>
      <header className="mark-head">
        <h2>{t('feedback.grade')}</h2>
        {grade !== null && <StateMark mark={grade} />}
        {dirty && !empty && <span className="chip chip-locked">{t('mark.unsaved')}</span>}
      </header>
      <RubricScores
        room={room}
        rubric={rubric}
        scores={draft.scores}
        disabled={!member}
        onChange={scores => change({ scores })}
      />
      {grade !== null && <ReleasedPoints grade={grade} />}
      <TextArea
        label={t('marking.overall')}
        hint={member ? t('feedback.ctrlEnter.save') : undefined}
        maxLength={LONGEST_TEXT}
        disabled={!member}
        value={draft.text}
        onChange={event => change({ text: event.target.value })}
      />
      {theirs !== null && (
        <Conflict
          by={theirs.value?.by?.name ?? null}
          busy={busy}
          onMine={editing.keepMine}
          onTheirs={editing.takeTheirs}
        >
          {theirs.value === null ? null : <GradeInWords grade={theirs.value} rubric={rubric} />}
        </Conflict>
      )}
      <ErrorNote text={error === null ? null : t(problemText(error))} />
      <GradeActions room={room} marking={marking} editing={editing} onChanged={onChanged} />
      {grade !== null && grade.answers.length > 0 && (
        <Thread
          feedback={grade.id}
          answers={grade.answers}
          closed={grade.released === null ? t('marking.hidden') : null}
          onAnswered={onChanged}
        />
      )}
    </section>
  );
}

/** What the student sees of a grade that has changed since, or whose rubric has. */
function ReleasedPoints({ grade: { state, released } }: { grade: Mark }) {
  const { t } = useI18n();
  if (state !== 'changed' || released === null || released.scores.length === 0) return null;
  return (
    <div className="grade-released">
      <h3>{t('marking.released.title')}</h3>
      <Scores scores={released.scores} points={released.points} outOf={released.out_of} />
    </div>
  );
}

interface GradeActionsProps {
  readonly room: string;
  readonly marking: StudentMarking;
  readonly editing: GradeEditing;
  readonly onChanged: () => void;
}

function GradeActions({ room, marking, editing, onChanged }: GradeActionsProps) {
  const { t } = useI18n();
  const [removing, setRemoving] = useState(false);
  const { busy, release, withdraw, remove } = useMarkActions(room, onChanged);
  const { grade, member } = marking;
  const maySave = editing.dirty && !editing.empty && member;
  const mayRelease = editing.dirty ? maySave : grade !== null && grade.state !== 'released';
  const releaseNewest = async (): Promise<void> => {
    const mark: Mark | null = editing.dirty ? await editing.save() : grade;
    if (mark !== null) await release(mark);
  };

  return (
    <div className="actions">
      {maySave && (
        <Button look="main" busy={editing.busy} onClick={() => void editing.save()}>
          {t('mark.saveDraft')}
        </Button>
      )}
      {mayRelease && (
        <Button icon="send" busy={editing.busy || busy} onClick={() => void releaseNewest()}>
          {t('mark.release')}
        </Button>
      )}
      {editing.dirty && (
        <Button look="quiet" onClick={editing.discard}>
          {t('mark.discard')}
        </Button>
      )}
      {grade !== null && !editing.dirty && (
        <>
          {grade.released !== null && (
            <Button look="quiet" busy={busy} onClick={() => void withdraw(grade)}>
              {t('mark.withdraw')}
            </Button>
          )}
          <Button look="quiet" icon="trash" onClick={() => setRemoving(true)}>
            {t('mark.delete')}
          </Button>
        </>
      )}
      {removing && grade !== null && (
        <Confirm
          title={t('mark.delete.grade')}
          help={t('mark.delete.help')}
          action={t('mark.delete')}
          onConfirm={() => remove(grade)}
          onClose={() => setRemoving(false)}
        />
      )}
    </div>
  );
}
