import { useState } from 'react';
import { useLoaded } from '../http/useLoaded';
import { useI18n } from '../i18n/i18n';
import { ButtonLink } from '../ui/ButtonLink';
import { Confirm } from '../ui/Confirm';
import { EmptyState } from '../ui/EmptyState';
import { Loading } from '../ui/Loading';
import { LoadFailed } from '../ui/LoadFailed';
import { Page } from '../ui/Page';
import { useTell } from '../ui/toast';
import { isUnfinished, type Export } from './export';
import { ExportRow } from './ExportRow';
import { deleteExport, listExports } from './exportsApi';
import { useWatch } from './useWatch';
import './exports.css';

/** The files that somebody has had made: how far they are, to fetch and to delete. */
export function ExportsPage() {
  const { t } = useI18n();
  const tell = useTell();
  const { value, error, reload } = useLoaded(listExports);
  const [deleting, setDeleting] = useState<Export | null>(null);
  useWatch(value?.some(isUnfinished) === true, reload);

  const remove = async (one: Export): Promise<void> => {
    await deleteExport(one.id);
    tell(t('exports.deleted'));
    reload();
  };

  return (
    <Page title={t('exports.title')} lead={t('exports.lead')}>
      {value === null && (error === null ? <Loading /> : <LoadFailed error={error} onRetry={reload} />)}
      {value?.length === 0 && (
        <EmptyState title={t('exports.none')} help={t('exports.none.help')}>
          <ButtonLink to="/" look="main">
            {t('app.toRooms')}
          </ButtonLink>
        </EmptyState>
      )}
      {value !== null && value.length > 0 && (
        <ul className="list sheet">
          {value.map(one => (
            <ExportRow key={one.id} export={one} onDelete={setDeleting} />
          ))}
        </ul>
      )}
      {deleting !== null && (
        <Confirm
          title={t('exports.delete')}
          help={t(isUnfinished(deleting) ? 'exports.delete.unfinished' : 'exports.delete.help', {
            title: deleting.title,
          })}
          action={t('exports.delete.do')}
          onConfirm={() => remove(deleting)}
          onClose={() => setDeleting(null)}
        />
      )}
    </Page>
  );
}
