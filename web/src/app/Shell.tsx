import { usePath } from '../routing/location';
import { routeOf, type Route } from '../routing/route';
import { seesWholeSchool, teaches, type Me } from '../session/account';
import { useMe } from '../session/session';
import { useI18n } from '../i18n/i18n';
import { ConcernsPage } from '../concerns/ConcernsPage';
import { FlaggedWordsPage } from '../concerns/FlaggedWordsPage';
import { OpenConcernsProvider } from '../concerns/OpenConcernsProvider';
import { ExportsPage } from '../exports/ExportsPage';
import { AccountsPage } from '../people/AccountsPage';
import { GroupPage } from '../people/GroupPage';
import { GroupsPage } from '../people/GroupsPage';
import { NewGroupPage } from '../people/NewGroupPage';
import { FeedbackPage } from '../feedback/FeedbackPage';
import { NewsProvider } from '../feedback/NewsProvider';
import { MarkingPage } from '../marking/MarkingPage';
import { RubricPage } from '../marking/RubricPage';
import { StudentPage } from '../marking/StudentPage';
import { TagsPage } from '../marking/TagsPage';
import { ParticipantPage } from '../participation/ParticipantPage';
import { ParticipationPage } from '../participation/ParticipationPage';
import { RoomPage } from '../room/RoomPage';
import { EditRoomPage } from '../rooms/EditRoomPage';
import { NewRoomPage } from '../rooms/NewRoomPage';
import { RoomsPage } from '../rooms/RoomsPage';
import { RoomsProvider } from '../rooms/RoomsProvider';
import { SchoolPage } from '../rooms/SchoolPage';
import { SearchPage } from '../search/SearchPage';
import { TranscriptPage } from '../transcript/TranscriptPage';
import { AwayBanner } from './AwayBanner';
import { LandingForLead } from './LandingForLead';
import { WatchPage } from '../watching/WatchPage';
import { NotFoundPage } from './NotFoundPage';
import { Sidebar } from './Sidebar';
import './shell.css';

/** What surrounds every page of somebody who is signed in. */
export function Shell() {
  const { t } = useI18n();
  const route = routeOf(usePath());
  return (
    <RoomsProvider>
      <LandingForLead />
      <a className="skip-link" href="#main">
        {t('app.skip')}
      </a>
      <NewsProvider>
        <OpenConcernsProvider>
          <div className={`shell shell-at-${route.page}`}>
            <Sidebar route={route} />
            <CurrentPage route={route} />
            {route.page !== 'room' && <AwayBanner />}
          </div>
        </OpenConcernsProvider>
      </NewsProvider>
    </RoomsProvider>
  );
}

function CurrentPage({ route }: { route: Route }) {
  const me = useMe();
  if (!maySee(route, me)) return <NotFoundPage />;
  switch (route.page) {
    case 'rooms':
      return <RoomsPage />;
    case 'room':
      return <RoomPage key={route.id} id={route.id} />;
    case 'watch':
      return <WatchPage />;
    case 'watchRoom':
      return <RoomPage key={route.id} id={route.id} watching />;
    case 'newRoom':
      return <NewRoomPage />;
    case 'editRoom':
      return <EditRoomPage key={route.id} id={route.id} />;
    case 'transcript':
      return <TranscriptPage key={route.id} id={route.id} />;
    case 'marking':
      return <MarkingPage key={route.id} id={route.id} />;
    case 'student':
      return <StudentPage key={`${route.id} ${route.student}`} id={route.id} student={route.student} />;
    case 'rubric':
      return <RubricPage key={route.id} id={route.id} />;
    case 'participation':
      return <ParticipationPage key={route.id} id={route.id} />;
    case 'participant':
      return <ParticipantPage key={`${route.id} ${route.person}`} id={route.id} person={route.person} />;
    case 'feedback':
      return <FeedbackPage />;
    case 'tags':
      return <TagsPage />;
    case 'groups':
      return <GroupsPage />;
    case 'newGroup':
      return <NewGroupPage />;
    case 'group':
      return <GroupPage key={route.id} id={route.id} />;
    case 'accounts':
      return <AccountsPage />;
    case 'school':
      return <SchoolPage />;
    case 'search':
      return <SearchPage />;
    case 'concerns':
      return <ConcernsPage />;
    case 'exports':
      return <ExportsPage />;
    case 'flaggedWords':
      return <FlaggedWordsPage />;
    case 'signin':
    case 'nowhere':
      return <NotFoundPage />;
  }
}

/** Only spares people pages that could not work: what they may do is decided by the server. */
function maySee(route: Route, me: Me): boolean {
  switch (route.page) {
    case 'accounts':
    case 'flaggedWords':
    case 'tags':
      return me.role === 'admin';
    case 'school':
      return seesWholeSchool(me);
    case 'watch':
    case 'watchRoom':
    case 'search':
    case 'concerns':
    case 'exports':
    case 'newRoom':
    case 'editRoom':
    case 'transcript':
    case 'marking':
    case 'student':
    case 'rubric':
    case 'participation':
    case 'participant':
    case 'groups':
    case 'newGroup':
    case 'group':
      return teaches(me);
    default:
      return true;
  }
}
