import { describe, expect, it } from 'vitest';
import { roomPath, roomSettingsPath, routeOf, transcriptPath } from './route';

describe('a path', () => {
  it.each([
    ['/', { page: 'rooms' }],
    ['/signin', { page: 'signin' }],
    ['/rooms/new', { page: 'newRoom' }],
    ['/rooms/x', { page: 'room', id: 'x' }],
    [roomPath('a b/c'), { page: 'room', id: 'a b/c' }],
    [roomSettingsPath('x'), { page: 'editRoom', id: 'x' }],
    [transcriptPath('x'), { page: 'transcript', id: 'x' }],
    ['/groups/new', { page: 'newGroup' }],
    ['/groups/x', { page: 'group', id: 'x' }],
    ['/accounts', { page: 'accounts' }],
    ['/school', { page: 'school' }],
    ['/concerns', { page: 'concerns' }],
    ['/flagged-words', { page: 'flaggedWords' }],
    ['/rooms/x/other', { page: 'nowhere' }],
    ['/rooms/x/transcript/y', { page: 'nowhere' }],
    ['/constructor', { page: 'nowhere' }],
    ['/%E0%A4%A', { page: 'nowhere' }],
  ])('%s leads to %j', (path, route) => {
    expect(routeOf(path)).toEqual(route);
  });
});
