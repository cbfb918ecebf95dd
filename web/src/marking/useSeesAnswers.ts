import { useEffect } from 'react';
import { markSeen } from '../feedback/feedbackApi';
import { useFeedbackNews } from '../feedback/news';
import { marksOf, type StudentMarking } from './marking';

/** Notes that a teacher has seen what the student answered. */
export function useSeesAnswers(marking: StudentMarking | null): void {
  const { reload } = useFeedbackNews();
  const fresh = (marking === null ? [] : marksOf(marking))
    .filter(({ answers }) => answers.some(answer => answer.from_student && !answer.seen))
    .map(({ id }) => id)
    .join(' ');
  useEffect(() => {
    if (fresh !== '') markSeen(fresh.split(' ')).then(reload, () => undefined);
  }, [fresh, reload]);
}
