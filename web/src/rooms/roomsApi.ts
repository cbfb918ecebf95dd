import { allPages, api, query, type Page } from '../http/api';
import type { RoomState } from '../live/protocol';
import type { RoomDetail, RoomHours, RoomSummary } from './room';

const PAGE_SIZE = 100;

/** All rooms, newest talk first, read page by page. */
export async function listRooms(scope: 'mine' | 'school', signal?: AbortSignal): Promise<RoomSummary[]> {
  const rooms = await allPages<RoomSummary>(after => {
    const where = query({ scope: scope === 'school' ? 'school' : null, after, limit: PAGE_SIZE });
    return api<Page<RoomSummary>>('GET', `/rooms${where}`, undefined, signal);
  });
  return rooms.toSorted((a, b) => lastSign(b).localeCompare(lastSign(a)));
}

export interface RoomDraft {
  readonly title: string;
  readonly members: readonly string[];
  readonly groups: readonly string[];
}

const path = (id: string): string => `/rooms/${encodeURIComponent(id)}`;

export const getRoom = (id: string, signal?: AbortSignal): Promise<RoomDetail> =>
  api('GET', path(id), undefined, signal);

export const createRoom = (draft: RoomDraft): Promise<{ id: string }> => api('POST', '/rooms', draft);

interface RoomChange extends Partial<RoomDraft> {
  readonly state?: RoomState;
  /** 0 for none. */
  readonly slow_mode?: number;
  /** Without spans it is always open. */
  readonly hours?: RoomHours;
}

export const changeRoom = (id: string, change: RoomChange): Promise<void> => api('PATCH', path(id), change);

export const muteMember = (id: string, account: string, muted: boolean): Promise<void> =>
  api('PATCH', `${path(id)}/members/${encodeURIComponent(account)}`, { muted });

export const removeMessage = (id: string, message: string): Promise<void> =>
  api('DELETE', `${path(id)}/messages/${encodeURIComponent(message)}`);

const lastSign = (room: RoomSummary): string => room.last_message_at ?? room.created_at;
