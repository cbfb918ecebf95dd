import { describe, expect, it } from 'vitest';
import {
  markingPath,
  participantPath,
  participationPath,
  roomPath,
  roomSettingsPath,
  routeOf,
  rubricPath,
  studentPath,
  transcriptPath,
  watchPath,
} from './route';

describe('a path', () => {
  it.each([
    ['/', { page: 'rooms' }],
    ['/signin', { page: 'signin' }],
    ['/rooms/new', { page: 'newRoom' }],
    ['/rooms/x', { page: 'room', id: 'x' }],
    [roomPath('a b/c'), { page: 'room', id: 'a b/c' }],
    [roomSettingsPath('x'), { page: 'editRoom', id: 'x' }],
    [transcriptPath('x'), { page: 'transcript', id: 'x' }],
    [markingPath('x'), { page: 'marking', id: 'x' }],
    [studentPath('x', 'y/z'), { page: 'student', id: 'x', student: 'y/z' }],
    [rubricPath('x'), { page: 'rubric', id: 'x' }],
    [participationPath('x'), { page: 'participation', id: 'x' }],
    [participantPath('x', 'y/z'), { page: 'participant', id: 'x', person: 'y/z' }],
    ['/rooms/x/participation/y/z', { page: 'nowhere' }],
    ['/feedback', { page: 'feedback' }],
    ['/feedback/tags', { page: 'tags' }],
    ['/feedback/other', { page: 'nowhere' }],
    ['/rooms/x/marking/y/z', { page: 'nowhere' }],
    ['/watch', { page: 'watch' }],
    [watchPath('x/y'), { page: 'watchRoom', id: 'x/y' }],
    ['/watch/x/y', { page: 'nowhere' }],
    ['/groups/new', { page: 'newGroup' }],
    ['/groups/x', { page: 'group', id: 'x' }],
    ['/accounts', { page: 'accounts' }],
    ['/school', { page: 'school' }],
    ['/concerns', { page: 'concerns' }],
    ['/flagged-words', { page: 'flaggedWords' }],
    ['/exports', { page: 'exports' }],
    ['/rooms/x/other', { page: 'nowhere' }],
    ['/rooms/x/transcript/y', { page: 'nowhere' }],
    ['/constructor', { page: 'nowhere' }],
    ['/%E0%A4%A', { page: 'nowhere' }],
  ])('%s leads to %j', (path, route) => {
    expect(routeOf(path)).toEqual(route);
  });
});
