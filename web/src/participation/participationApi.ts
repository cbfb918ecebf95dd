import { api, query, type Page } from '../http/api';
import type { PersonParticipation, RoomLine, RoomParticipation } from './participation';
import { apiScope, type Scope } from './scope';

const path = (room: string): string => `/rooms/${encodeURIComponent(room)}/participation`;

export const getParticipation = (room: string, scope: Scope, signal?: AbortSignal): Promise<RoomParticipation> =>
  api('GET', path(room) + query(apiScope(scope)), undefined, signal);

export const getPerson = (
  room: string,
  person: string,
  scope: Scope,
  signal?: AbortSignal,
): Promise<PersonParticipation> =>
  api('GET', `${path(room)}/${encodeURIComponent(person)}${query(apiScope(scope))}`, undefined, signal);

export const listRoomsOf = (person: string, after: string | null, signal?: AbortSignal): Promise<Page<RoomLine>> =>
  api('GET', `/accounts/${encodeURIComponent(person)}/participation${query({ after })}`, undefined, signal);

/** Where the same figures can be downloaded. Excel takes a CSV file for UTF-8 only where it begins with a byte order mark. */
export const csvAddress = (room: string, scope: Scope): string =>
  `/api${path(room)}.csv${query({ ...apiScope(scope), bom: 'true' })}`;
