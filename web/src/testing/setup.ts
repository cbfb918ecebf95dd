import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';

/** As patient as a busy machine needs: it only makes failures slower. */
configure({ asyncUtilTimeout: 10_000 });

/** Nobody waits here before asking again. */
vi.mock('../http/pause', () => ({ pause: () => Promise.resolve() }));

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  history.replaceState(null, '', '/');
});

afterEach(cleanup);
