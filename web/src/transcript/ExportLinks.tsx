import { useI18n } from '../i18n/i18n';
import { Icon } from '../ui/Icon';
import type { TranscriptFilter } from './filter';
import { exportAddress } from './transcriptApi';

const FORMATS = ['csv', 'json'] as const;

/** Downloads of what the filter lets through. */
export function ExportLinks({ room, filter }: { room: string; filter: TranscriptFilter }) {
  const { t } = useI18n();
  return (
    <div className="export-links" role="group" aria-label={t('transcript.exportGroup')}>
      {FORMATS.map(format => (
        <a
          key={format}
          className="button button-plain"
          href={exportAddress(room, format, filter)}
          download
          aria-label={t('transcript.export', { format: t(`transcript.${format}`) })}
        >
          <Icon name="download" />
          {t(`transcript.${format}`)}
        </a>
      ))}
    </div>
  );
}
