import { useI18n } from '../i18n/i18n';
import { Link } from '../routing/Link';
import { messagePath } from '../routing/route';
import { Avatar } from '../ui/Avatar';
import type { Hit } from './searchApi';

/** A message that was found: who, where, when, and the words around. It leads to its place in the room's transcript. */
export function HitRow({ hit }: { hit: Hit }) {
  const { t, dates } = useI18n();
  const at = new Date(hit.sent_at);
  const { pieces, begins, ends } = hit.snippet;
  return (
    <li className="hit">
      <Avatar id={hit.user_id} name={hit.username} />
      <div className="hit-main">
        <p className="hit-head">
          <span className="hit-name from-people">{hit.username}</span>
          <time dateTime={hit.sent_at} title={dates.moment(at)}>
            {`${dates.day(at)}, ${dates.time(at)}`}
          </time>
          {hit.removed && <span className="chip chip-locked">{t('search.removed')}</span>}
        </p>
        <Link to={messagePath(hit.room, hit.id)} className="hit-text from-people">
          {!begins && '… '}
          {pieces.map((piece, at) => (piece.found ? <mark key={at}>{piece.text}</mark> : piece.text))}
          {!ends && ' …'}
        </Link>
        <p className="hit-room from-people">{hit.room_title}</p>
      </div>
    </li>
  );
}
