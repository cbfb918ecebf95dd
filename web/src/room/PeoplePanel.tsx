import { useMemo, useState } from 'react';
import { problemText } from '../http/problem';
import { useI18n } from '../i18n/i18n';
import type { Present } from '../live/protocol';
import { MuteButton } from '../rooms/MuteButton';
import type { RoomDetail, RoomMember } from '../rooms/room';
import { Avatar } from '../ui/Avatar';
import { Button } from '../ui/Button';
import { useTell } from '../ui/toast';
import type { RoomView } from './roomView';

interface PeoplePanelProps {
  readonly room: string;
  readonly view: RoomView;
  /** Whether those who are said to be present are. */
  readonly known: boolean;
  readonly detail: RoomDetail | null;
  readonly me: string;
  readonly teaches: boolean;
  readonly onChanged: () => void;
}

const WORTH_FILTERING = 12;

/** Who is here now, and who else belongs to the room. While that is not known, it is not claimed. */
export function PeoplePanel({ room, view, known, detail, me, teaches, onChanged }: PeoplePanelProps) {
  const { t, language } = useI18n();
  const tell = useTell();
  const [text, setText] = useState('');
  const members = useMemo(() => new Map(detail?.members.map(member => [member.id, member])), [detail]);
  const { here, away } = useMemo(
    () => sorted(view.present, members, text, new Intl.Collator(language)),
    [view.present, members, text, language],
  );

  const face = (person: Present) => (
    <PersonRow
      key={person.id}
      person={person}
      member={members.get(person.id)}
      isMe={person.id === me}
      tools={
        teaches && person.role === 'student' && members.has(person.id) ? (
          <MuteButton
            room={room}
            member={{ id: person.id, display_name: person.name, muted: members.get(person.id)?.muted === true }}
            onChanged={onChanged}
            onFailed={error => tell(t(problemText(error)))}
          />
        ) : null
      }
    />
  );
  return (
    <div className="people">
      {Math.max(view.present.length, members.size) >= WORTH_FILTERING && (
        <input
          type="search"
          className="input"
          aria-label={t('room.filterPeople')}
          placeholder={t('room.filterPeople')}
          value={text}
          onChange={event => setText(event.target.value)}
        />
      )}
      {(known || here.length > 0) && (
        <PeopleSection title={t(known ? 'room.hereNow' : 'room.hereBefore')} people={here} face={face} dim={!known} />
      )}
      {away.length > 0 && (
        <PeopleSection
          title={t(known ? 'room.notHere' : here.length > 0 ? 'room.otherMembers' : 'room.members')}
          people={away}
          face={face}
          dim
        />
      )}
      {detail !== null && <Readers overseers={detail.overseers} />}
    </div>
  );
}

/** Who sees what is written here, said to everybody who writes. */
function Readers({ overseers }: { overseers: RoomDetail['overseers'] }) {
  const { t, list } = useI18n();
  const names = (those: RoomDetail['overseers']): string => list(those.map(overseer => overseer.display_name));
  const admins = overseers.filter(({ admin }) => admin);
  const leads = overseers.filter(({ safeguarding_lead }) => safeguarding_lead);
  return (
    <section className="people-section people-readers">
      <h2>{t('room.readers')}</h2>
      <ul>
        <li>{t('room.readers.members')}</li>
        {admins.length > 0 && <li>{t('room.readers.admins', { names: names(admins) })}</li>}
        {leads.length > 0 && <li>{t('room.readers.safeguarding', { names: names(leads) })}</li>}
      </ul>
      <p>{t('room.readers.watch')}</p>
    </section>
  );
}

/** Teachers first, then by name; a room may have thousands. */
function sorted(
  present: readonly Present[],
  members: ReadonlyMap<string, RoomMember>,
  text: string,
  byName: Intl.Collator,
): { here: Present[]; away: Present[] } {
  const order = (a: Present, b: Present): number =>
    Number(a.role === 'student') - Number(b.role === 'student') || byName.compare(a.name, b.name);
  const wanted = text.trim().toLocaleLowerCase();
  const matches = ({ name }: Present): boolean => name.toLocaleLowerCase().includes(wanted);
  const hereIds = new Set(present.map(({ id }) => id));
  const others = [...members.values()]
    .filter(({ id }) => !hereIds.has(id))
    .map(({ id, display_name, role }) => ({ id, name: display_name, role }));
  return { here: present.filter(matches).toSorted(order), away: others.filter(matches).toSorted(order) };
}

interface PeopleSectionProps {
  readonly title: string;
  readonly people: readonly Present[];
  readonly face: (person: Present) => React.ReactNode;
  readonly dim: boolean;
}

const AT_FIRST = 60;

function PeopleSection({ title, people, face, dim }: PeopleSectionProps) {
  const { t } = useI18n();
  const [all, setAll] = useState(false);
  const shown = all ? people : people.slice(0, AT_FIRST);
  return (
    <section className={dim ? 'people-section people-dim' : 'people-section'}>
      <h2>
        {title} <span>{people.length}</span>
      </h2>
      <ul aria-label={title}>{shown.map(face)}</ul>
      {shown.length < people.length && (
        <Button look="quiet" onClick={() => setAll(true)}>
          {t('app.more')}
        </Button>
      )}
    </section>
  );
}

interface PersonRowProps {
  readonly person: Present;
  readonly member: RoomMember | undefined;
  readonly isMe: boolean;
  readonly tools: React.ReactNode;
}

function PersonRow({ person, member, isMe, tools }: PersonRowProps) {
  const { t } = useI18n();
  const notes = [isMe && t('room.you'), person.role !== 'student' && t(`role.${person.role}`)].filter(Boolean);
  return (
    <li className={member?.muted === true ? 'person person-muted' : 'person'}>
      <Avatar id={person.id} name={person.name} size="s" />
      <span className="person-name">
        <span className="from-people">{person.name}</span>
        {notes.length > 0 && <small>{notes.join(' · ')}</small>}
      </span>
      {tools !== null && <span className="person-tools">{tools}</span>}
    </li>
  );
}
