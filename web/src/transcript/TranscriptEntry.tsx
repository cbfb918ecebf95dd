import { memo } from 'react';
import { useI18n } from '../i18n/i18n';
import type { Entry } from '../room/entry';
import { Avatar } from '../ui/Avatar';
import { Icon } from '../ui/Icon';
import { IconButton } from '../ui/IconButton';
import { Highlighted } from './Highlighted';

interface TranscriptEntryProps {
  readonly entry: Entry;
  /** Whether the name stands here, or above. */
  readonly named: boolean;
  readonly words: string;
  readonly onRemove: ((entry: Entry) => void) | null;
}

export const TranscriptEntry = memo(function TranscriptEntry({ entry, named, words, onRemove }: TranscriptEntryProps) {
  const { t, dates } = useI18n();
  const at = new Date(entry.sentAt);
  const time = (
    <time dateTime={entry.sentAt} title={dates.moment(at)}>
      {dates.time(at)}
    </time>
  );
  if (entry.kind !== 'message') {
    return (
      <li className="transcript-entry transcript-passage">
        {time}
        <Icon name={entry.kind === 'entered' ? 'enter' : 'leave'} />
        <p>
          <span className="from-people">{entry.username}</span> {t(`transcript.${entry.kind}`)}
        </p>
      </li>
    );
  }
  return (
    <li className={named ? 'transcript-entry transcript-named' : 'transcript-entry'}>
      {time}
      {named ? <Avatar id={entry.userId} name={entry.username} size="s" /> : <span />}
      <div>
        <span className={named ? 'transcript-name from-people' : 'visually-hidden'}>{entry.username}</span>
        {entry.removed || entry.text === null ? (
          <p className="transcript-removed">{t('room.removed')}</p>
        ) : (
          <p className="message-text from-people" dir="auto">
            <Highlighted text={entry.text} words={words} />
          </p>
        )}
      </div>
      {!entry.removed && onRemove !== null && (
        <IconButton
          icon="trash"
          className="transcript-remove"
          label={t('message.remove.of', { name: entry.username })}
          onClick={() => onRemove(entry)}
        />
      )}
    </li>
  );
});
