import { useI18n } from '../i18n/i18n';
import { pointsOf, type Mark, type Rubric } from './marking';

/** A grade that is not being written: what another teacher has made of it. */
export function GradeInWords({ grade, rubric }: { grade: Mark; rubric: Rubric }) {
  const { t } = useI18n();
  const chosen = rubric.criteria.flatMap(({ id, name, levels }) => {
    const level = levels.find(each => each.id === grade.scores[id]);
    return level === undefined ? [] : [`${name}: ${level.name}`];
  });
  return (
    <>
      {chosen.length > 0 && (
        <p className="from-people">
          {chosen.join(' · ')} ·{' '}
          {t('feedback.pointsOf', { points: pointsOf(rubric, grade.scores), all: rubric.out_of })}
        </p>
      )}
      {grade.text !== '' && <p className="feedback-text from-people">{grade.text}</p>}
    </>
  );
}
