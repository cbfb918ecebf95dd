import { useEffect, useRef } from 'react';
import { useI18n } from '../i18n/i18n';
import type { PlainKey } from '../i18n/translate';
import { SidebarRooms } from '../rooms/SidebarRooms';
import { Link } from '../routing/Link';
import type { Route } from '../routing/route';
import { seesWholeSchool, teaches } from '../session/account';
import { AccountMenu } from '../session/AccountMenu';
import { useMe } from '../session/session';
import { Icon, type IconName } from '../ui/Icon';
import { Logo } from '../ui/Logo';

interface Place {
  readonly to: string;
  readonly label: PlainKey;
  readonly icon: IconName;
  readonly pages: readonly Route['page'][];
  readonly who: 'everybody' | 'teachers' | 'overseers' | 'admins';
}

const PLACES: readonly Place[] = [
  { to: '/', label: 'nav.rooms', icon: 'note', pages: ['rooms', 'newRoom'], who: 'everybody' },
  { to: '/search', label: 'nav.search', icon: 'search', pages: ['search'], who: 'teachers' },
  { to: '/concerns', label: 'nav.concerns', icon: 'flag', pages: ['concerns'], who: 'teachers' },
  { to: '/groups', label: 'nav.groups', icon: 'people', pages: ['groups', 'group', 'newGroup'], who: 'teachers' },
  { to: '/accounts', label: 'nav.accounts', icon: 'gear', pages: ['accounts'], who: 'admins' },
  { to: '/school', label: 'nav.school', icon: 'eye', pages: ['school'], who: 'overseers' },
  { to: '/flagged-words', label: 'nav.words', icon: 'warning', pages: ['flaggedWords'], who: 'admins' },
];

const IN_A_ROOM: ReadonlySet<Route['page']> = new Set(['room', 'editRoom', 'transcript']);

export function Sidebar({ route }: { route: Route }) {
  const { t } = useI18n();
  const me = useMe();
  const places = PLACES.filter(
    ({ who }) =>
      who === 'everybody' ||
      (who === 'teachers' && teaches(me)) ||
      (who === 'overseers' && seesWholeSchool(me)) ||
      (who === 'admins' && me.role === 'admin'),
  );
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
      <nav ref={nav} className="places" aria-label={t('app.nav')}>
        {(places.length > 1 || IN_A_ROOM.has(route.page)) &&
          places.map(({ to, label, icon, pages }) => (
            <Link key={to} to={to} aria-current={pages.includes(route.page) ? 'page' : undefined}>
              <Icon name={icon} />
              {t(label)}
            </Link>
          ))}
        {IN_A_ROOM.has(route.page) && <SidebarRooms current={'id' in route ? route.id : ''} />}
      </nav>
      <AccountMenu />
    </header>
  );
}
