import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { show } from '../testing/show';
import { HoursForm } from './HoursForm';
import type { RoomDetail } from './room';
import { changeRoom } from './roomsApi';
import { SlowModeChoice } from './SlowModeChoice';

vi.mock('./roomsApi');

const room: RoomDetail = {
  id: 'room',
  title: '7b',
  state: 'open',
  role: 'teacher',
  guest: false,
  created_at: '',
  members: [],
  groups: [],
  overseers: [],
  slow_mode: 0,
  hours: null,
};
const onChanged = vi.fn<() => void>();

beforeEach(() => {
  vi.mocked(changeRoom).mockReset().mockResolvedValue(undefined);
  onChanged.mockReset();
});

describe('the hours of a room', () => {
  it('are chosen by day, the next ones like the first', async () => {
    show(<HoursForm room={{ ...room, hours: { zone: 'Asia/Shanghai', spans: [] } }} onChanged={onChanged} />);
    await userEvent.click(screen.getByRole('checkbox', { name: 'Monday' }));
    const until = screen.getByLabelText('Monday, until');
    await userEvent.clear(until);
    await userEvent.type(until, '13:30');
    await userEvent.click(screen.getByRole('checkbox', { name: 'Friday' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save the hours' }));
    await waitFor(() => expect(onChanged).toHaveBeenCalled());
    expect(changeRoom).toHaveBeenCalledWith('room', {
      hours: {
        zone: 'Asia/Shanghai',
        spans: [
          { day: 'monday', from: '08:00', until: '13:30' },
          { day: 'friday', from: '08:00', until: '13:30' },
        ],
      },
    });
  });

  it('say which end on the next day, and are none when no day is chosen', async () => {
    const late = { day: 'friday', from: '22:00', until: '00:30' } as const;
    show(<HoursForm room={{ ...room, hours: { zone: 'Europe/Berlin', spans: [late] } }} onChanged={onChanged} />);
    expect(screen.getByText('the next day')).toBeTruthy();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Friday' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save the hours' }));
    await waitFor(() => expect(onChanged).toHaveBeenCalled());
    expect(changeRoom).toHaveBeenCalledWith('room', { hours: { zone: 'Europe/Berlin', spans: [] } });
  });
});

describe('slow mode', () => {
  it('is in force at once when it is chosen', async () => {
    show(<SlowModeChoice room={{ ...room, slow_mode: 45 }} onChanged={onChanged} />);
    const choice = screen.getByRole<HTMLSelectElement>('combobox');
    expect(choice.value).toBe('45');
    await userEvent.selectOptions(choice, '30 seconds');
    await waitFor(() => expect(onChanged).toHaveBeenCalled());
    expect(changeRoom).toHaveBeenCalledWith('room', { slow_mode: 30 });
  });
});
