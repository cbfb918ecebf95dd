import { memo } from 'react';
import { useI18n } from '../i18n/i18n';
import { Link } from '../routing/Link';
import { messagePath } from '../routing/route';
import { Avatar } from '../ui/Avatar';
import { Icon } from '../ui/Icon';
import { IconButton } from '../ui/IconButton';
import type { TranscriptEntry } from './entry';
import { EntryActions } from './EntryActions';
import { EntryMarks } from './EntryMarks';
import { MarkedText } from './MarkedText';

export interface EntryRowProps {
  readonly room: string;
  readonly entry: TranscriptEntry;
  /** Whether the name stands here, or above. */
  readonly named: boolean;
  readonly linked: boolean;
  /** Whether whoever reads comes to where its author is marked. */
  readonly mayMark: boolean;
  /** Whether it can be commented on there. */
  readonly mayComment: boolean;
  readonly onRemove: ((entry: TranscriptEntry) => void) | null;
  readonly onMembers: (entry: TranscriptEntry) => void;
}

/** One line of a transcript. The time of a message leads to it among what was said around it. */
export const EntryRow = memo(function EntryRow(props: EntryRowProps) {
  const { room, entry, named, linked, mayMark } = props;
  const { t, dates } = useI18n();
  const at = new Date(entry.sentAt);
  const time = (
    <time dateTime={entry.sentAt} title={dates.moment(at)}>
      {dates.time(at)}
    </time>
  );
  if (entry.kind !== 'message') {
    return (
      <li className="transcript-entry transcript-passage" data-entry={entry.id} tabIndex={-1}>
        {time}
        <Icon name={entry.kind === 'entered' ? 'enter' : 'leave'} />
        <p>
          <span className="from-people">{entry.username}</span> {t(`transcript.${entry.kind}`)}
        </p>
      </li>
    );
  }
  const classes = ['transcript-entry', named && 'transcript-named', linked && 'transcript-linked'];
  return (
    <li
      className={classes.filter(Boolean).join(' ')}
      data-entry={entry.id}
      tabIndex={-1}
      aria-current={linked || undefined}
    >
      <Link to={messagePath(room, entry.id)} className="transcript-time">
        {time}
        <span className="visually-hidden">{t('transcript.context')}</span>
      </Link>
      {named ? <Avatar id={entry.userId} name={entry.username} size="s" /> : <span />}
      <div className="transcript-said">
        <span className={named ? 'transcript-name from-people' : 'visually-hidden'}>{entry.username}</span>
        <Said entry={entry} />
        <EntryMarks room={room} entry={entry} mayMark={mayMark} />
      </div>
      <IconButton
        className="transcript-more"
        icon="more"
        label={t('transcript.actions', { name: entry.username })}
        onClick={event => event.currentTarget.closest('li')?.focus()}
      />
      <EntryActions {...props} />
    </li>
  );
});

/** What was removed is there for those who read the transcript, and marked. */
function Said({ entry }: { entry: TranscriptEntry }) {
  const { t, dates } = useI18n();
  const { text, removed, removal } = entry;
  return (
    <>
      {text !== null && (
        <p className={removed ? 'message-text from-people transcript-removed' : 'message-text from-people'} dir="auto">
          <MarkedText text={text} found={entry.found} flagged={entry.concern?.found ?? []} />
        </p>
      )}
      {removed && (
        <p className="transcript-removal">
          <Icon name="trash" />
          {removal === null
            ? t('room.removed')
            : t('transcript.removal', { name: removal.by, time: dates.moment(new Date(removal.at)) })}
        </p>
      )}
    </>
  );
}
