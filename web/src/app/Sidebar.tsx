import { useEffect, useRef } from 'react';
import { useI18n } from '../i18n/i18n';
import { useOpenConcerns } from '../concerns/openConcerns';
import { useFeedbackNews } from '../feedback/news';
import type { PlainKey } from '../i18n/translate';
import { SidebarRooms } from '../rooms/SidebarRooms';
import { Link } from '../routing/Link';
import { EXPORTS_PATH, type Route } from '../routing/route';
import { seesWholeSchool, teaches, type Me } from '../session/account';
import { AccountMenu } from '../session/AccountMenu';
import { useMe } from '../session/session';
import { Icon, type IconName } from '../ui/Icon';
import { Logo } from '../ui/Logo';
import { PlaceCount } from './PlaceCount';

interface Place {
  readonly to: string;
  readonly label: PlainKey;
  readonly icon: IconName;
  readonly pages: readonly Route['page'][];
  readonly who: 'everybody' | 'students' | 'teachers' | 'overseers' | 'admins';
  /** Of what it has a number. */
  readonly counts?: 'news' | 'concerns';
}

const PLACES: readonly Place[] = [
  { to: '/', label: 'nav.rooms', icon: 'note', pages: ['rooms', 'newRoom'], who: 'everybody' },
  { to: '/feedback', label: 'nav.feedback', icon: 'comment', pages: ['feedback'], who: 'students', counts: 'news' },
  { to: '/feedback', label: 'nav.answers', icon: 'comment', pages: ['feedback'], who: 'teachers', counts: 'news' },
  { to: '/watch', label: 'nav.watch', icon: 'eye', pages: ['watch'], who: 'teachers' },
  { to: '/search', label: 'nav.search', icon: 'search', pages: ['search'], who: 'teachers' },
  { to: '/concerns', label: 'nav.concerns', icon: 'flag', pages: ['concerns'], who: 'teachers', counts: 'concerns' },
  { to: EXPORTS_PATH, label: 'nav.exports', icon: 'download', pages: ['exports'], who: 'teachers' },
  { to: '/groups', label: 'nav.groups', icon: 'people', pages: ['groups', 'group', 'newGroup'], who: 'teachers' },
  { to: '/accounts', label: 'nav.accounts', icon: 'gear', pages: ['accounts'], who: 'admins' },
  { to: '/feedback/tags', label: 'nav.tags', icon: 'tag', pages: ['tags'], who: 'admins' },
  { to: '/school', label: 'nav.school', icon: 'desks', pages: ['school'], who: 'overseers' },
  { to: '/flagged-words', label: 'nav.words', icon: 'warning', pages: ['flaggedWords'], who: 'admins' },
];

const IN_A_ROOM: ReadonlySet<Route['page']> = new Set([
  'room',
  'watchRoom',
  'editRoom',
  'transcript',
  'marking',
  'student',
  'rubric',
  'participation',
  'participant',
]);

export function Sidebar({ route }: { route: Route }) {
  const { t } = useI18n();
  const me = useMe();
  const places = PLACES.filter(({ who }) => isFor(who, me));
  const { feedback, answers } = useFeedbackNews();
  const unseen = teaches(me) ? answers : feedback;
  const { count: open } = useOpenConcerns();
  const nav = useRef<HTMLElement>(null);

  useEffect(() => {
    // On a phone the places stand in a row that may be wider than it.
    nav.current?.querySelector(':scope > [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [route.page]);

  return (
    <header className="sidebar">
      <Link to="/" className="brand">
        <Logo />
        <span>Homeroom</span>
      </Link>
      {open > 0 && (
        <Link to="/concerns" className="sidebar-concerns">
          <Icon name="flag" />
          <PlaceCount count={open} of={t('nav.concerns.open')} />
        </Link>
      )}
      <nav ref={nav} className="places" aria-label={t('app.nav')}>
        {(places.length > 1 || IN_A_ROOM.has(route.page)) &&
          places.map(({ to, label, icon, pages, counts }) => (
            <Link key={label} to={to} aria-current={pages.includes(route.page) ? 'page' : undefined}>
              <Icon name={icon} />
              {t(label)}
              {counts === 'news' && <PlaceCount count={unseen} of={t('feedback.new')} />}
              {counts === 'concerns' && <PlaceCount count={open} of={t('nav.concerns.open')} />}
            </Link>
          ))}
        {IN_A_ROOM.has(route.page) && <SidebarRooms current={'id' in route ? route.id : ''} />}
      </nav>
      <AccountMenu />
    </header>
  );
}

function isFor(who: Place['who'], me: Me): boolean {
  switch (who) {
    case 'everybody':
      return true;
    case 'students':
      return !teaches(me);
    case 'teachers':
      return teaches(me);
    case 'overseers':
      return seesWholeSchool(me);
    case 'admins':
      return me.role === 'admin';
  }
}
