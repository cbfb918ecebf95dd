import { useI18n } from '../i18n/i18n';
import { Link } from '../routing/Link';
import { concernPath, studentPath } from '../routing/route';
import { Icon } from '../ui/Icon';
import type { TranscriptEntry } from './entry';

interface EntryMarksProps {
  readonly room: string;
  readonly entry: TranscriptEntry;
  /** Whether whoever reads comes to where its author is marked. */
  readonly mayMark: boolean;
}

/** What stands beside a message: that it was reported or flagged, and that there are comments on it. Each leads there. */
export function EntryMarks({ room, entry, mayMark }: EntryMarksProps) {
  const { t } = useI18n();
  const { concern, comments } = entry;
  if (concern === null && comments === 0) return null;
  const commented = (
    <>
      <Icon name="comment" />
      {t('marking.comments', { count: comments })}
    </>
  );
  return (
    <p className="transcript-marks">
      {concern !== null && (
        <Link to={concernPath(concern.id)} className={concern.state === 'open' ? 'mark-open' : undefined}>
          <Icon name={concern.reported ? 'flag' : 'warning'} />
          {t(concern.reported ? 'transcript.reported' : 'concern.flagged')}
          {concern.reported && concern.flagged && ` · ${t('concern.flagged')}`}
          {` · ${t(`concerns.state.${concern.state}`)}`}
        </Link>
      )}
      {comments > 0 &&
        (mayMark ? <Link to={studentPath(room, entry.userId, entry.id)}>{commented}</Link> : <span>{commented}</span>)}
    </p>
  );
}
