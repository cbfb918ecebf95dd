import { useEffect, useState } from 'react';
import { Problem } from '../http/problem';
import { useI18n } from '../i18n/i18n';
import { goTo, useSearch } from '../routing/location';
import { EmptyState } from '../ui/EmptyState';
import { Field } from '../ui/Field';
import { LoadFailed } from '../ui/LoadFailed';
import { Loading } from '../ui/Loading';
import { LoadMore } from '../ui/LoadMore';
import { Page } from '../ui/Page';
import { HitRow } from './HitRow';
import { questionOf, searchPath } from './question';
import { LONGEST_SEARCH } from './searchApi';
import { SearchFilters } from './SearchFilters';
import { SearchRefused } from './SearchRefused';
import { useHits } from './useHits';
import './search.css';

const TYPING_PAUSE_MS = 300;

/** Finds what was written in all rooms that a teacher teaches. What is searched for stands in the page's address. */
export function SearchPage() {
  const { t } = useI18n();
  const question = questionOf(useSearch());
  const words = question.q;
  const [text, setText] = useState(words);
  const { hits, stale, state, error, more, loadMore, reload } = useHits(question);
  const refused = error instanceof Problem && error.status === 400 ? error : null;

  useEffect(() => {
    const wanted = text.trim();
    const timer = setTimeout(() => {
      if (wanted !== words) goTo(searchPath({ ...questionOf(location.search), q: wanted }), { replace: true });
    }, TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, words]);

  return (
    <Page title={t('search.title')} lead={t('search.lead')}>
      <div role="search" className="search-box">
        <Field
          label={t('search.words')}
          hint={t('search.hint')}
          type="search"
          autoComplete="off"
          maxLength={LONGEST_SEARCH}
          value={text}
          onChange={event => setText(event.target.value)}
        />
        <SearchFilters
          question={question}
          hits={hits}
          onChange={part => goTo(searchPath({ ...question, ...part }), { replace: true })}
        />
      </div>
      <div role="status" className="search-found">
        {words !== '' && state === 'ready' && !stale && hits.length > 0 && t('search.found', { count: hits.length })}
      </div>
      {state === 'loading' && words !== '' && hits.length === 0 && <Loading />}
      {state === 'failed' && refused !== null && <SearchRefused words={words} problem={refused} />}
      {state === 'failed' && refused === null && <LoadFailed error={error} onRetry={reload} />}
      {words === '' && <EmptyState title={t('search.begin')} help={t('search.begin.help')} />}
      {words !== '' && state === 'ready' && !stale && hits.length === 0 && (
        <EmptyState title={t('search.none')} help={t('search.none.help')} />
      )}
      {words !== '' && hits.length > 0 && (
        <ul className="list sheet hits" aria-busy={state === 'loading'}>
          {hits.map(hit => (
            <HitRow key={`${hit.room} ${hit.id}`} hit={hit} />
          ))}
        </ul>
      )}
      {words !== '' && (
        <LoadMore more={more} label={t('search.more')} failed={t('search.moreFailed')} onLoad={loadMore} />
      )}
    </Page>
  );
}
