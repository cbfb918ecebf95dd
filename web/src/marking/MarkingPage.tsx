import { useCallback, useState } from 'react';
import { useLoaded } from '../http/useLoaded';
import { useI18n } from '../i18n/i18n';
import { getRoom } from '../rooms/roomsApi';
import { Link } from '../routing/Link';
import { participationPath, roomSettingsPath, rubricPath, studentPath, transcriptPath } from '../routing/route';
import { Avatar } from '../ui/Avatar';
import { BackLink } from '../ui/BackLink';
import { Button } from '../ui/Button';
import { ButtonLink } from '../ui/ButtonLink';
import { Confirm } from '../ui/Confirm';
import { EmptyState } from '../ui/EmptyState';
import { Icon } from '../ui/Icon';
import { LoadFailed } from '../ui/LoadFailed';
import { Loading } from '../ui/Loading';
import { Page } from '../ui/Page';
import { useTell } from '../ui/toast';
import type { Rubric, StudentLine } from './marking';
import { getRubric, listStudents, releaseAll } from './markingApi';
import { StateMark } from './StateMark';
import './marking.css';

/** The students of a room, and how far the marking of each is. */
export function MarkingPage({ id }: { id: string }) {
  const { t } = useI18n();
  const tell = useTell();
  const { value: room } = useLoaded(useCallback((s: AbortSignal) => getRoom(id, s), [id]));
  const { value: rubric } = useLoaded(useCallback((s: AbortSignal) => getRubric(id, s), [id]));
  const { value: students, error, reload } = useLoaded(useCallback((s: AbortSignal) => listStudents(id, s), [id]));
  const [releasing, setReleasing] = useState(false);
  const seen = (students ?? []).flatMap(student => student.drafts);
  const drafts = seen.length;

  const release = async (): Promise<void> => {
    const { students: count, left_out: leftOut } = await releaseAll(id, seen);
    const rest = leftOut.length === 0 ? [] : [t('marking.leftOut', { count: leftOut.length })];
    tell([t('marking.released', { count }), ...rest].join(' '));
    reload();
  };

  return (
    <Page
      title={t('marking.title')}
      lead={room?.title}
      above={<BackLink to={transcriptPath(id)}>{t('room.transcript')}</BackLink>}
      actions={
        <>
          <ButtonLink icon="chart" to={participationPath(id)}>
            {t('participation.title')}
          </ButtonLink>
          <ButtonLink icon="note" to={rubricPath(id)}>
            {t('rubric.title')}
          </ButtonLink>
          {drafts > 0 && (
            <Button look="main" icon="send" onClick={() => setReleasing(true)}>
              {t('marking.releaseAll', { count: drafts })}
            </Button>
          )}
        </>
      }
    >
      {students === null && (error === null ? <Loading /> : <LoadFailed error={error} onRetry={reload} />)}
      {students?.length === 0 && (
        <EmptyState title={t('marking.noStudents')} help={t('marking.noStudents.help')}>
          <ButtonLink icon="gear" to={roomSettingsPath(id)}>
            {t('room.settings')}
          </ButtonLink>
        </EmptyState>
      )}
      {students !== null && students.length > 0 && (
        <ul className="list sheet">
          {students.map(student => (
            <li key={student.id}>
              <StudentRow room={id} student={student} rubric={rubric} />
            </li>
          ))}
        </ul>
      )}
      {releasing && (
        <Confirm
          title={t('marking.releaseAll.sure', { count: drafts })}
          help={t('marking.releaseAll.help')}
          action={t('mark.release')}
          look="main"
          onConfirm={release}
          onClose={() => setReleasing(false)}
        />
      )}
    </Page>
  );
}

interface StudentRowProps {
  readonly room: string;
  readonly student: StudentLine;
  readonly rubric: Rubric | null;
}

function StudentRow({ room, student, rubric }: StudentRowProps) {
  const { t } = useI18n();
  const { grade, comments, unreleased } = student;
  return (
    <Link to={studentPath(room, student.id)} className="list-row student-line">
      <Avatar id={student.id} name={student.display_name} />
      <span className="list-main">
        <span className="list-title from-people">
          {student.member ? student.display_name : t('transcript.former', { name: student.display_name })}
        </span>
        <span className="list-note">
          {t('marking.comments', { count: comments })}
          {unreleased > 0 && ` · ${t('marking.drafts', { count: unreleased })}`}
          {grade !== null && grade.scored < (rubric?.criteria.length ?? 0) && (
            <> · {t('marking.scored', { count: grade.scored, all: rubric?.criteria.length ?? 0 })}</>
          )}
        </span>
      </span>
      {student.new_answers > 0 && (
        <span className="chip chip-locked">{t('marking.newAnswers', { count: student.new_answers })}</span>
      )}
      <span className="student-grade">
        {grade === null ? (
          <span className="list-note">{t('marking.noGrade')}</span>
        ) : (
          <>
            {rubric !== null && rubric.criteria.length > 0 && (
              <strong>{t('feedback.pointsOf', { points: grade.points, all: rubric.out_of })}</strong>
            )}
            {grade.released_points !== null && grade.released_points !== grade.points && (
              <span className="list-note">{t('marking.studentSees', { points: grade.released_points })}</span>
            )}
            <StateMark mark={grade} />
          </>
        )}
      </span>
      <Icon name="chevron" />
    </Link>
  );
}
