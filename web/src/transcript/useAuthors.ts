import { useCallback } from 'react';
import { useLoaded } from '../http/useLoaded';
import type { RoomMember } from '../rooms/room';
import { listAuthors, type Author } from './transcriptApi';

/**
 * Everybody whose entries may stand in a room's transcript. As long as that is not known, or where a server cannot tell
 * it, those who are members now.
 */
export function useAuthors(room: string, members: readonly RoomMember[] | null): readonly Author[] {
  const { value } = useLoaded(useCallback((signal: AbortSignal) => listAuthors(room, signal), [room]));
  return value ?? (members ?? []).map(({ id, display_name, role }) => ({ id, name: display_name, role, member: true }));
}
