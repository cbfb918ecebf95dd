/** Where in the pages somebody is. */
export type Route =
  | { readonly page: 'signin' }
  | { readonly page: 'rooms' }
  | { readonly page: 'newRoom' }
  | { readonly page: 'room'; readonly id: string }
  | { readonly page: 'editRoom'; readonly id: string }
  | { readonly page: 'watch' }
  | { readonly page: 'watchRoom'; readonly id: string }
  | { readonly page: 'transcript'; readonly id: string }
  | { readonly page: 'marking'; readonly id: string }
  | { readonly page: 'student'; readonly id: string; readonly student: string }
  | { readonly page: 'rubric'; readonly id: string }
  | { readonly page: 'participation'; readonly id: string }
  | { readonly page: 'participant'; readonly id: string; readonly person: string }
  | { readonly page: 'groups' }
  | { readonly page: 'newGroup' }
  | { readonly page: 'group'; readonly id: string }
  | { readonly page: 'accounts' }
  | { readonly page: 'school' }
  | { readonly page: 'search' }
  | { readonly page: 'feedback' }
  | { readonly page: 'tags' }
  | { readonly page: 'concerns' }
  | { readonly page: 'flaggedWords' }
  | { readonly page: 'exports' }
  | { readonly page: 'nowhere' };

export function routeOf(path: string): Route {
  const [first = '', second, third, fourth, ...rest] = path.split('/').filter(Boolean).map(decoded);
  if (rest.length > 0) return { page: 'nowhere' };
  if (second === undefined) return topLevel(first);
  if (fourth !== undefined) {
    return first === 'rooms' ? personPage(second, third, fourth) : { page: 'nowhere' };
  }
  if (first === 'rooms') return roomPage(second, third);
  if (first === 'groups' && third === undefined) {
    return second === 'new' ? { page: 'newGroup' } : { page: 'group', id: second };
  }
  if (first === 'watch' && third === undefined) return { page: 'watchRoom', id: second };
  return { page: first === 'feedback' && second === 'tags' && third === undefined ? 'tags' : 'nowhere' };
}

function topLevel(name: string): Route {
  switch (name) {
    case '':
    case 'rooms':
      return { page: 'rooms' };
    case 'signin':
    case 'watch':
    case 'groups':
    case 'accounts':
    case 'school':
    case 'search':
    case 'feedback':
    case 'concerns':
    case 'exports':
      return { page: name };
    case 'flagged-words':
      return { page: 'flaggedWords' };
    default:
      return { page: 'nowhere' };
  }
}

function roomPage(id: string, part: string | undefined): Route {
  switch (part) {
    case undefined:
      return id === 'new' ? { page: 'newRoom' } : { page: 'room', id };
    case 'settings':
      return { page: 'editRoom', id };
    case 'transcript':
    case 'marking':
    case 'rubric':
    case 'participation':
      return { page: part, id };
    default:
      return { page: 'nowhere' };
  }
}

function personPage(id: string, part: string | undefined, person: string): Route {
  switch (part) {
    case 'marking':
      return { page: 'student', id, student: person };
    case 'participation':
      return { page: 'participant', id, person };
    default:
      return { page: 'nowhere' };
  }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export const EXPORTS_PATH = '/exports';
export const roomPath = (id: string): string => `/rooms/${encodeURIComponent(id)}`;
/** @param message which is shown there among those around it, to members */
export const roomMessagePath = (id: string, message: string): string =>
  `${roomPath(id)}?message=${encodeURIComponent(message)}`;
export const watchPath = (id: string): string => `/watch/${encodeURIComponent(id)}`;
export const transcriptPath = (id: string): string => `${roomPath(id)}/transcript`;
export const messagePath = (room: string, message: string): string =>
  `${transcriptPath(room)}?message=${encodeURIComponent(message)}`;
export const roomSettingsPath = (id: string): string => `${roomPath(id)}/settings`;
export const markingPath = (id: string): string => `${roomPath(id)}/marking`;
/** @param message which is chosen there to be commented on */
export const studentPath = (id: string, student: string, message?: string): string =>
  `${markingPath(id)}/${encodeURIComponent(student)}${message === undefined ? '' : `?message=${encodeURIComponent(message)}`}`;
/** @param concern the only one that is shown there */
export const concernPath = (concern: string): string => `/concerns?concern=${encodeURIComponent(concern)}`;
export const rubricPath = (id: string): string => `${roomPath(id)}/rubric`;
export const participationPath = (id: string): string => `${roomPath(id)}/participation`;
export const participantPath = (id: string, person: string): string =>
  `${participationPath(id)}/${encodeURIComponent(person)}`;
export const groupPath = (id: string): string => `/groups/${encodeURIComponent(id)}`;
