import { useI18n } from '../i18n/i18n';
import type { Mark } from './marking';

const LOOKS = { draft: 'chip', changed: 'chip chip-locked', released: 'chip chip-board' } as const;

/** Whether the student sees it, and whether they have seen it. */
export function StateMark({ mark }: { mark: Pick<Mark, 'state'> & Partial<Pick<Mark, 'released'>> }) {
  const { t } = useI18n();
  const seen = mark.state === 'released' && typeof mark.released?.seen_at === 'string';
  return <span className={LOOKS[mark.state]}>{t(seen ? 'mark.seen' : `mark.${mark.state}`)}</span>;
}
