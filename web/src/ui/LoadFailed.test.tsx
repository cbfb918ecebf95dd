import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Problem } from '../http/problem';
import { show } from '../testing/show';
import { LoadFailed } from './LoadFailed';

const failed = (status: number) => show(<LoadFailed error={new Problem(status, '', '')} onRetry={() => undefined} />);

describe('what could not be loaded', () => {
  it.each([403, 404])('leads to the rooms where another try cannot help (%i)', status => {
    failed(status);
    expect(screen.getByRole('link', { name: 'To my rooms' }).getAttribute('href')).toBe('/');
    expect(screen.queryByRole('button')).toBeNull();
  });

  it.each([0, 409, 503])('can be tried again where that may help (%i)', status => {
    failed(status);
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
  });
});
