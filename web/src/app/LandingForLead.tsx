import { useEffect, useRef } from 'react';
import { goTo, usePath } from '../routing/location';
import { routeOf } from '../routing/route';
import { useRooms } from '../rooms/rooms';
import { useMe } from '../session/session';

/** A safeguarding lead who is in no room begins with the reports; who then goes to their rooms stays there. */
export function LandingForLead() {
  const lead = useMe().safeguarding_lead === true;
  const { value: rooms } = useRooms();
  const atRooms = routeOf(usePath()).page === 'rooms';
  const landing = useRef(atRooms);

  useEffect(() => {
    if (!atRooms) landing.current = false;
    if (rooms === null || !landing.current) return;
    landing.current = false;
    if (lead && rooms.length === 0) goTo('/concerns', { replace: true });
  }, [atRooms, lead, rooms]);
  return null;
}
