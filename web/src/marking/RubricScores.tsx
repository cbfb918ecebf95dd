import { useI18n } from '../i18n/i18n';
import { rubricPath } from '../routing/route';
import { ButtonLink } from '../ui/ButtonLink';
import { LevelChoice } from './LevelChoice';
import { pointsOf, type Chosen, type Rubric } from './marking';

interface RubricScoresProps {
  readonly room: string;
  readonly rubric: Rubric;
  readonly scores: Chosen;
  readonly disabled: boolean;
  readonly onChange: (scores: Chosen) => void;
}

/** The criteria with a level of each, and what that comes to; or the way to a rubric. */
export function RubricScores({ room, rubric, scores, disabled, onChange }: RubricScoresProps) {
  const { t } = useI18n();
  if (rubric.criteria.length === 0) {
    return (
      <div className="no-rubric">
        <p>{t('rubric.none')}</p>
        <ButtonLink icon="plus" to={rubricPath(room)}>
          {t('rubric.make')}
        </ButtonLink>
      </div>
    );
  }
  return (
    <>
      {rubric.criteria.map(criterion => (
        <LevelChoice
          key={criterion.id}
          criterion={criterion}
          chosen={scores[criterion.id]}
          disabled={disabled}
          onChange={level => onChange(withLevel(scores, criterion.id, level))}
        />
      ))}
      <p className="grade-total" role="status">
        {t('feedback.total')}{' '}
        <strong>{t('feedback.pointsOf', { points: pointsOf(rubric, scores), all: rubric.out_of })}</strong>
      </p>
    </>
  );
}

function withLevel(scores: Chosen, criterion: string, level: string | null): Chosen {
  const others = Object.entries(scores).filter(([id]) => id !== criterion);
  return Object.fromEntries(level === null ? others : [...others, [criterion, level]]);
}
