import { useMemo, type KeyboardEvent, type ReactNode } from 'react';
import { dayKey } from '../i18n/dates';
import { useI18n } from '../i18n/i18n';
import type { ArchivedEntry } from '../room/entry';
import { Link } from '../routing/Link';
import { messagePath } from '../routing/route';
import type { Mark } from './marking';

interface WrittenListProps {
  readonly room: string;
  /** Oldest first. */
  readonly written: readonly ArchivedEntry[];
  readonly comments: readonly Mark[];
  readonly chosen: readonly string[];
  readonly mayComment: boolean;
  readonly onChoose: (chosen: readonly string[]) => void;
  /** Goes to where the comment is written. */
  readonly onComment: () => void;
  readonly card: (comment: Mark) => ReactNode;
}

/** What a student wrote, each with the comments on it; up and down go from message to message, space chooses, Enter comments. */
export function WrittenList(props: WrittenListProps) {
  const { room, written, comments, chosen, mayComment, onChoose, onComment, card } = props;
  const { t, dates } = useI18n();
  const below = useMemo(() => belowOf(written, comments), [written, comments]);
  const marked = useMemo(() => new Set(comments.flatMap(({ messages }) => messages.map(({ id }) => id))), [comments]);

  const toggle = (id: string): void => {
    const next = chosen.includes(id) ? chosen.filter(each => each !== id) : [...chosen, id];
    // In the order in which they were written; those that are not loaded, or not kept any more, are older.
    const loaded = written.filter(entry => next.includes(entry.id)).map(entry => entry.id);
    onChoose([...next.filter(each => !loaded.includes(each)), ...loaded]);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (!(event.target instanceof HTMLInputElement)) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const boxes = [...event.currentTarget.querySelectorAll<HTMLInputElement>('.written-choose')];
      const next = boxes[boxes.indexOf(event.target) + (event.key === 'ArrowDown' ? 1 : -1)];
      event.preventDefault();
      next?.focus();
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      if (!chosen.includes(event.target.value)) toggle(event.target.value);
      onComment();
    }
  };

  return (
    <ol className="written" onKeyDown={onKeyDown}>
      {written.map((entry, place) => {
        const at = new Date(entry.sent_at);
        const before = written[place - 1];
        const newDay = before === undefined || dayKey(new Date(before.sent_at)) !== dayKey(at);
        const text = entry.removed ? null : entry.message;
        const looks = ['written-message', marked.has(entry.id) && 'written-marked'].filter(Boolean).join(' ');
        return (
          <li key={entry.id}>
            {newDay && <h2 className="written-day">{dates.day(at)}</h2>}
            <label className={looks} htmlFor={`choose-${entry.id}`}>
              <input
                id={`choose-${entry.id}`}
                className="written-choose"
                type="checkbox"
                value={entry.id}
                checked={chosen.includes(entry.id)}
                disabled={!mayComment}
                onChange={() => toggle(entry.id)}
              />
              <Link to={messagePath(room, entry.id)} className="written-time">
                <time dateTime={entry.sent_at} title={dates.moment(at)}>
                  {dates.time(at)}
                </time>
                <span className="visually-hidden">{t('marking.around')}</span>
              </Link>
              <span className="written-text from-people" dir="auto">
                {text ?? <em>{t('room.removed')}</em>}
              </span>
            </label>
            {(below.get(entry.id) ?? []).map(comment => (
              <div key={comment.id}>{card(comment)}</div>
            ))}
          </li>
        );
      })}
    </ol>
  );
}

/** The comments by the last of their messages that is shown. */
function belowOf(written: readonly ArchivedEntry[], comments: readonly Mark[]): Map<string, Mark[]> {
  const places = new Map(written.map(({ id }, place) => [id, place]));
  const below = new Map<string, Mark[]>();
  for (const comment of comments) {
    const last = Math.max(-1, ...comment.messages.map(({ id }) => places.get(id) ?? -1));
    const message = written[last];
    if (message !== undefined) below.set(message.id, [...(below.get(message.id) ?? []), comment]);
  }
  return below;
}
