import type { Problem } from '../http/problem';
import { useI18n } from '../i18n/i18n';
import { EmptyState } from '../ui/EmptyState';
import { LONGEST_SEARCH } from './searchApi';

/** Why something cannot be searched for; what the pages have no words for, the API says. */
export function SearchRefused({ words, problem }: { words: string; problem: Problem }) {
  const { t } = useI18n();
  if (words.length > LONGEST_SEARCH) {
    return <EmptyState title={t('search.tooLong', { count: LONGEST_SEARCH })} />;
  }
  const others = problem.errors.filter(({ field }) => field !== 'q');
  if (others.length === 0) return <EmptyState title={t('search.wordless')} help={t('search.hint')} />;
  return (
    <div role="alert">
      <EmptyState
        title={t('error.invalid')}
        help={others.map(({ field, message }) => `${field} ${message}`).join('; ')}
      />
    </div>
  );
}
