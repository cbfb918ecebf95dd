import { useI18n } from '../i18n/i18n';
import { Icon } from '../ui/Icon';
import { IconButton } from '../ui/IconButton';
import { isUnfinished, problemOf, type Export } from './export';
import { ExportProgress } from './ExportProgress';
import { fileAddress } from './exportsApi';

interface ExportRowProps {
  readonly export: Export;
  readonly onDelete: (one: Export) => void;
}

export function ExportRow({ export: one, onDelete }: ExportRowProps) {
  const { t, dates } = useI18n();
  const label = { title: one.title, format: t(`exports.format.${one.format}`) };
  return (
    <li className="list-row export-row">
      <span className="list-main">
        <span className="list-title from-people">{one.title}</span>
        <span className="list-note">
          {[
            label.format,
            t(`exports.names.${one.names}`),
            ...(one.room === null ? [t('exports.everyRoom')] : []),
            dates.moment(new Date(one.created_at)),
          ].join(' · ')}
        </span>
        {isUnfinished(one) && <ExportProgress of={one} />}
        {one.state === 'failed' && <span className="export-failed">{t(problemOf(one))}</span>}
        {one.state === 'done' && (
          <span className="list-note">
            {t('exports.facts', { count: one.done, size: sizeOf(one.size) })}{' '}
            {t('exports.until', { time: dates.moment(new Date(one.expires_at)) })}
          </span>
        )}
      </span>
      {one.state === 'done' && (
        <a
          className="button button-plain"
          href={fileAddress(one.id)}
          download
          aria-label={t('exports.downloadOf', label)}
        >
          <Icon name="download" />
          {t('exports.download')}
        </a>
      )}
      <IconButton icon="trash" label={t('exports.deleteOf', label)} onClick={() => onDelete(one)} />
    </li>
  );
}

const UNITS = ['B', 'kB', 'MB', 'GB'] as const;

/** To two digits that count, in the largest unit that fits. */
export function sizeOf(bytes: number): string {
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  const count = bytes / 1000 ** step;
  return `${count >= 10 ? Math.round(count) : Number(count.toPrecision(2))} ${UNITS[step] ?? ''}`;
}
