import { useCallback } from 'react';
import { useLoaded } from '../http/useLoaded';
import { useI18n } from '../i18n/i18n';
import { BackLink } from '../ui/BackLink';
import { Loading } from '../ui/Loading';
import { LoadFailed } from '../ui/LoadFailed';
import { Page } from '../ui/Page';
import type { Concern } from './concern';
import { ConcernCard } from './ConcernCard';
import { getConcern } from './concernsApi';
import { useOpenConcerns } from './openConcerns';

/** One concern by itself, such as that of a message in a transcript. */
export function OneConcern({ id }: { id: string }) {
  const { t } = useI18n();
  const { reload: countAgain } = useOpenConcerns();
  const { value, error, reload, put } = useLoaded<Concern>(
    useCallback((signal: AbortSignal) => getConcern(id, signal), [id]),
  );
  const changed = (concern: Concern): void => {
    put(concern);
    countAgain();
  };
  return (
    <Page title={t('concerns.one')} above={<BackLink to="/concerns">{t('concerns.all')}</BackLink>}>
      {value === null && (error === null ? <Loading /> : <LoadFailed error={error} onRetry={reload} />)}
      {value !== null && (
        <ul className="list sheet">
          <ConcernCard concern={value} onChanged={changed} />
        </ul>
      )}
    </Page>
  );
}
