import { useI18n } from '../i18n/i18n';
import type { Export } from './export';
import './exports.css';

/** How far an export is: in words, and as a bar. */
export function ExportProgress({ of }: { of: Export }) {
  const { t } = useI18n();
  const { state, done, total } = of;
  if (state === 'waiting' || total === null) return <span className="export-progress">{t('exports.waiting')}</span>;
  return (
    <span className="export-progress">
      <span
        className="export-bar"
        role="progressbar"
        aria-label={t('exports.progress')}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
      >
        <span style={{ width: `${(100 * done) / Math.max(total, 1)}%` }} />
      </span>
      {t('exports.running', { done, total })}
    </span>
  );
}
