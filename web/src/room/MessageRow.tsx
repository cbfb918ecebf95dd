import { FeedbackMark } from '../feedback/FeedbackMark';
import { useI18n } from '../i18n/i18n';
import { Avatar } from '../ui/Avatar';
import { IconButton } from '../ui/IconButton';
import type { Entry } from './entry';
import { MessageBody } from './MessageBody';

interface MessageRowProps {
  readonly entry: Entry;
  /** Whether it begins a group of messages of one person. */
  readonly first: boolean;
  readonly own: boolean;
  readonly mayRemove: boolean;
  readonly onRemove: (entry: Entry) => void;
  readonly onReport: (entry: Entry) => void;
}

export function MessageRow({ entry, first, own, mayRemove, onRemove, onReport }: MessageRowProps) {
  const { t, dates } = useI18n();
  const at = new Date(entry.sentAt);
  const looks = ['message', own && 'message-own', first && 'message-first', entry.removed && 'message-removed'];
  return (
    <article
      className={looks.filter(Boolean).join(' ')}
      data-entry={entry.id}
      tabIndex={-1}
      aria-label={t('message.by', { name: entry.username, time: dates.time(at) })}
    >
      {first && !own && <Avatar id={entry.userId} name={entry.username} />}
      <div className="message-head">
        {first && !own && <span className="message-name from-people">{entry.username}</span>}
        <time dateTime={entry.sentAt} title={dates.moment(at)}>
          {dates.time(at)}
        </time>
      </div>
      <div className="message-body">
        {entry.removed || entry.text === null ? <em>{t('room.removed')}</em> : <MessageBody text={entry.text} />}
        {own && <FeedbackMark message={entry.id} />}
      </div>
      {(mayRemove || !own) && !entry.removed && (
        <div className="message-tools">
          {!own && (
            <IconButton icon="flag" label={t('report.of', { name: entry.username })} onClick={() => onReport(entry)} />
          )}
          {mayRemove && (
            <IconButton
              icon="trash"
              label={t('message.remove.of', { name: entry.username })}
              onClick={() => onRemove(entry)}
            />
          )}
        </div>
      )}
    </article>
  );
}
