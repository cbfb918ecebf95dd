import { avatarOf } from '../ui/avatarOf';

const SEATS = [0, 1, 2, 3];

/** A room's sign: four desks, of which each room has another one taken and another colour. */
export function RoomSign({ id, title }: { id: string; title: string }) {
  const { colour, shape } = avatarOf(id, title);
  return (
    <span className="room-sign" aria-hidden="true">
      {SEATS.map(seat => (
        <i key={seat} className={seat === shape ? `avatar-colour-${colour}` : undefined} />
      ))}
    </span>
  );
}
