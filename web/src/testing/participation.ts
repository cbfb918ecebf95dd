import type { Line } from '../participation/participation';

/** How somebody took part, whose id is their name in small letters. */
export const line = (name: string, more: Partial<Line> = {}): Line => ({
  id: name.toLowerCase(),
  name,
  role: 'student',
  member: true,
  messages: 0,
  words: 0,
  share: 0,
  days_active: 0,
  replies: 0,
  removed: 0,
  first_at: null,
  last_at: null,
  ...more,
});
