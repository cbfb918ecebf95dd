import { useEffect } from 'react';
import { useLoaded } from '../http/useLoaded';
import { useI18n } from '../i18n/i18n';
import { Link } from '../routing/Link';
import { studentPath } from '../routing/route';
import { Avatar } from '../ui/Avatar';
import { EmptyState } from '../ui/EmptyState';
import { Icon } from '../ui/Icon';
import { LoadFailed } from '../ui/LoadFailed';
import { Loading } from '../ui/Loading';
import { Page } from '../ui/Page';
import { listNewAnswers } from './feedbackApi';
import { useFeedbackNews } from './news';

/** Students who have answered to feedback, and whose answers no teacher of the room has seen yet. */
export function NewAnswersPage() {
  const { t } = useI18n();
  const { value: students, error, reload } = useLoaded(listNewAnswers);
  const news = useFeedbackNews();
  useEffect(reload, [news.answers, reload]);

  return (
    <Page title={t('answers.title')} lead={t('answers.lead')}>
      {students === null && (error === null ? <Loading /> : <LoadFailed error={error} onRetry={reload} />)}
      {students?.length === 0 && <EmptyState title={t('answers.none')} help={t('answers.none.help')} />}
      {students !== null && students.length > 0 && (
        <ul className="list sheet">
          {students.map(({ room, room_title, student, answers }) => (
            <li key={`${room} ${student.id}`}>
              <Link to={studentPath(room, student.id)} className="list-row student-line">
                <Avatar id={student.id} name={student.name} />
                <span className="list-main">
                  <span className="list-title from-people">{student.name}</span>
                  <span className="list-note from-people">{room_title}</span>
                </span>
                <span className="chip chip-locked">{t('marking.newAnswers', { count: answers })}</span>
                <Icon name="chevron" />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
