import { useState } from 'react';
import { problemText } from '../http/problem';
import { useI18n } from '../i18n/i18n';
import { Avatar } from '../ui/Avatar';
import { ErrorNote } from '../ui/ErrorNote';
import { MuteButton } from './MuteButton';
import type { RoomDetail } from './room';

/** Everybody who belongs to the room, however they came to, with the way to mute a student. */
export function RoomMembers({ room, onChanged }: { room: RoomDetail; onChanged: () => void }) {
  const { t } = useI18n();
  const [error, setError] = useState<unknown>(null);
  return (
    <section className="edit-section">
      <h2>
        {t('edit.members')} ({room.members.length})
      </h2>
      <p>{t('edit.members.help')}</p>
      <ErrorNote text={error === null ? null : t(problemText(error))} />
      <ul className="list sheet">
        {room.members.map(member => (
          <li key={member.id} className="list-row">
            <Avatar id={member.id} name={member.display_name} />
            <span className="list-main">
              <span className="list-title from-people">{member.display_name}</span>
              <span className="list-note">{member.username}</span>
            </span>
            {member.role === 'student' ? (
              <MuteButton room={room.id} member={member} onChanged={onChanged} onFailed={setError} />
            ) : (
              <span className="chip chip-board">{t(`role.${member.role}`)}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
