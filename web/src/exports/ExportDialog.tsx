import { useCallback, useState, type SyntheticEvent } from 'react';
import { ChoiceList } from '../concerns/ChoiceList';
import { download, query } from '../http/api';
import { Problem, problemText } from '../http/problem';
import { useI18n } from '../i18n/i18n';
import type { PlainKey } from '../i18n/translate';
import { Link } from '../routing/Link';
import { EXPORTS_PATH } from '../routing/route';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { ErrorNote } from '../ui/ErrorNote';
import { Icon } from '../ui/Icon';
import { Segmented } from '../ui/Segmented';
import { FORMATS, isUnfinished, NAMINGS, problemOf, type Export, type Format, type Naming } from './export';
import { ExportProgress } from './ExportProgress';
import { fileAddress, getExport, orderExport } from './exportsApi';
import { useWatch } from './useWatch';
import './exports.css';

const FLAGS: ReadonlySet<string> = new Set(['flagged', 'unmarked']);

interface ExportDialogProps {
  readonly room: string;
  /** The filters of the transcript, as the API takes them. */
  readonly filter: Record<string, string>;
  /** The student whose entries alone are shown; null where they are of several people. */
  readonly student: { readonly id: string; readonly name: string } | null;
  /** How many entries there are; null where that is not known. */
  readonly total: number | null;
  readonly onClose: () => void;
}

type What = 'shown' | 'student';

/** So many are written while somebody waits. */
const AT_ONCE = 2_000;

const refusals: Partial<Record<string, PlainKey>> = {
  'too-many-exports': 'exports.tooMany',
  'too-many-kept': 'exports.tooManyKept',
  'exports-full': 'exports.failed.full',
};

/** Why a file is not written at once; it can be made in the background all the same. */
const CROWDED: ReadonlySet<string> = new Set(['too-many-downloads', 'downloads-busy', 'too-long-for-download']);

/** Asks what is to be exported and how; a short one is downloaded, a long one made while the dialog shows how far it is. */
export function ExportDialog({ room, filter, student, total, onClose }: ExportDialogProps) {
  const { t, language } = useI18n();
  const [what, setWhat] = useState<What>('shown');
  const [format, setFormat] = useState<Format>('pdf');
  const [names, setNames] = useState<Naming>('names');
  const [bom, setBom] = useState(true);
  const [crowded, setCrowded] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [ordered, setOrdered] = useState<Export | null>(null);

  const look = useCallback(() => {
    if (ordered !== null) getExport(ordered.id).then(setOrdered, () => undefined);
  }, [ordered]);
  useWatch(ordered !== null && isUnfinished(ordered), look);

  const filtered = Object.values(filter).some(value => value !== '');
  const layout = {
    names,
    language: language === 'en' ? 'en' : 'zh',
    zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  } as const;
  const atOnce = what === 'shown' && total !== null && total <= AT_ONCE && !crowded;
  const path = `/rooms/${encodeURIComponent(room)}/transcript.${format}${query({
    ...filter,
    ...layout,
    ...(format === 'csv' && { bom: String(bom) }),
  })}`;

  const fetchNow = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      await download(path);
      onClose();
    } catch (failure) {
      if (failure instanceof Problem && CROWDED.has(failure.slug)) setCrowded(true);
      else setError(t(problemText(failure)));
    }
    setBusy(false);
  };

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setError(null);
    const set = asJson(filter);
    try {
      const subject = what === 'student' && student !== null ? { ...set, account: student.id } : { ...set, room };
      setOrdered(await orderExport({ ...subject, ...layout, format, bom }));
    } catch (failure) {
      const slug = failure instanceof Problem ? failure.slug : '';
      setError(t(refusals[slug] ?? problemText(failure)));
    }
    setBusy(false);
  };

  if (ordered !== null) return <OrderedDialog ordered={ordered} onClose={onClose} />;
  return (
    <Dialog title={t('exports.dialog')} onClose={onClose}>
      <form className="form" onSubmit={event => void submit(event)} noValidate>
        {student === null ? (
          <p>{t(filtered ? 'exports.what.filtered' : 'exports.what.all')}</p>
        ) : (
          <ChoiceList
            label={t('exports.what')}
            value={what}
            options={[
              { value: 'shown', label: t('exports.what.shown') },
              { value: 'student', label: t('exports.what.student', { name: student.name }) },
            ]}
            onChange={setWhat}
          />
        )}
        <Segmented
          label={t('exports.format')}
          value={format}
          options={FORMATS.map(value => ({ value, label: t(`exports.format.${value}`) }))}
          onChange={setFormat}
        />
        <p className="export-help">{t(`exports.format.${format}.help`)}</p>
        {format === 'csv' && (
          <label className="check-row">
            <input type="checkbox" checked={bom} onChange={event => setBom(event.target.checked)} />
            <span>
              <strong>{t('exports.bom')}</strong>
              <small>{t('exports.bom.help')}</small>
            </span>
          </label>
        )}
        <Segmented
          label={t('exports.names')}
          value={names}
          options={NAMINGS.map(value => ({ value, label: t(`exports.names.${value}`) }))}
          onChange={setNames}
        />
        {names === 'pseudonyms' && <p className="export-help">{t('exports.names.pseudonyms.help')}</p>}
        <p role="status" className="export-help">
          {crowded && t('exports.crowded')}
        </p>
        <ErrorNote text={error} />
        <div className="actions actions-end">
          <Button look="quiet" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          {atOnce ? (
            <a
              className="button button-main"
              href={`/api${path}`}
              download
              aria-busy={busy}
              onClick={event => void fetchNow(event)}
            >
              <Icon name="download" />
              {t('exports.download')}
            </a>
          ) : (
            <Button look="main" type="submit" icon="download" busy={busy}>
              {t('exports.make')}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}

/** It goes on without the dialog too. */
function OrderedDialog({ ordered, onClose }: { ordered: Export; onClose: () => void }) {
  const { t } = useI18n();
  return (
    <Dialog title={t('exports.dialog')} onClose={onClose}>
      <div className="form">
        <div role="status">
          {isUnfinished(ordered) && <p>{t('exports.ordered')}</p>}
          {ordered.state === 'done' && <p>{t('exports.ready')}</p>}
          {ordered.state === 'failed' && <p>{t(problemOf(ordered))}</p>}
        </div>
        {isUnfinished(ordered) && <ExportProgress of={ordered} />}
        <div className="actions actions-end">
          <Link to={EXPORTS_PATH} className="button button-quiet">
            {t('exports.title')}
          </Link>
          {ordered.state === 'done' ? (
            <a className="button button-main" href={fileAddress(ordered.id)} download>
              <Icon name="download" />
              {t('exports.download')}
            </a>
          ) : (
            <Button onClick={onClose}>{t('app.close')}</Button>
          )}
        </div>
      </div>
    </Dialog>
  );
}

/** The filters as an order has them, in which what is only there or not is a true and no text. */
function asJson(filter: Record<string, string>): Record<string, string | true> {
  const set = Object.entries(filter).filter(([, value]) => value !== '');
  return Object.fromEntries(set.map(([name, value]) => [name, FLAGS.has(name) || value]));
}
