import { useI18n } from '../i18n/i18n';
import type { Score } from './feedback';

/** How well each criterion was met, and what that comes to. */
export function Scores({ scores, points, outOf }: { scores: readonly Score[]; points: number; outOf: number }) {
  const { t } = useI18n();
  if (scores.length === 0) return null;
  return (
    <dl className="scores">
      {scores.map(score => (
        <div key={score.criterion}>
          <dt className="from-people">{score.criterion}</dt>
          <dd>
            <strong className="from-people">{score.level}</strong>
            {score.description !== '' && <span className="from-people"> – {score.description}</span>}
          </dd>
          <dd className="scores-points">{t('feedback.pointsOf', { points: score.points, all: score.out_of })}</dd>
        </div>
      ))}
      {scores.length > 1 && (
        <div className="scores-total">
          <dt>{t('feedback.total')}</dt>
          <dd />
          <dd className="scores-points">{t('feedback.pointsOf', { points, all: outOf })}</dd>
        </div>
      )}
    </dl>
  );
}
