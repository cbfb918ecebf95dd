import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RoomsContext, type Rooms } from '../rooms/rooms';
import { fakeApi, problem, type AskedOfApi } from '../testing/fakeApi';
import { show } from '../testing/show';
import type { Rubric } from './marking';
import { RubricPage } from './RubricPage';

type Answer = ReturnType<typeof problem>;

const nothing = (): void => undefined;
const rooms: Rooms = { value: [], error: null, reload: nothing, seen: nothing };

let rubric: Rubric;
let save: () => Answer;
let asked: AskedOfApi[];

const saved = (): unknown[] => asked.filter(({ method }) => method === 'PUT').map(({ body }) => body);
const showPage = () =>
  show(
    <RoomsContext value={rooms}>
      <RubricPage id="room" />
    </RoomsContext>,
  );

beforeEach(() => {
  rubric = { version: 0, criteria: [], out_of: 0 };
  save = () => ({ body: { ...rubric, version: rubric.version + 1 } });
  asked = fakeApi({
    'GET /rooms/room/rubric': () => ({ body: rubric }),
    'PUT /rooms/room/rubric': () => save(),
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a rubric', () => {
  it('begins with an example', async () => {
    showPage();
    await userEvent.click(await screen.findByRole('button', { name: 'Begin with an example' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(location.pathname).toBe('/rooms/room/marking'));
    expect(JSON.stringify(saved())).toContain('{"name":"Very good","description":"","points":4}');
  });

  it('says what cannot be before it is sent', async () => {
    showPage();
    await userEvent.click(await screen.findByRole('button', { name: 'Add criterion' }));
    await userEvent.type(screen.getByLabelText('Criterion'), 'Tone');
    await userEvent.type(screen.getByLabelText('Level'), 'Kind');
    await userEvent.type(screen.getByLabelText('Points'), '-2');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/Points are numbers from 0 to 1000/)).toBeTruthy();
    expect(saved()).toEqual([]);
    await userEvent.clear(screen.getByLabelText('Points'));
    await userEvent.type(screen.getByLabelText('Points'), '2,5');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(JSON.stringify(saved())).toContain('"points":2.5'));
  });

  it('shows both where another teacher was faster', async () => {
    showPage();
    await userEvent.click(await screen.findByRole('button', { name: 'Begin with an example' }));
    const levels = [{ id: 'l', name: 'Yes', description: '', points: 1 }];
    rubric = { version: 1, criteria: [{ id: 'c', name: 'Sources', description: '', levels }], out_of: 1 };
    save = () => problem(409, 'changed-meanwhile');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Sources: Yes (1)')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Take the other' }));
    expect(screen.getByDisplayValue('Sources')).toBeTruthy();
    expect(screen.queryByText('Sources: Yes (1)')).toBeNull();
  });

  it('takes the place of one from which another teacher has taken something away', async () => {
    const level = (id: string) => ({ id, name: id, description: '', points: 1 });
    const criterion = (id: string, levels: string[]) => ({ id, name: id, description: '', levels: levels.map(level) });
    rubric = { version: 1, criteria: [criterion('Tone', ['Rough', 'Kind']), criterion('Sources', ['Yes'])], out_of: 2 };
    showPage();
    await screen.findByDisplayValue('Sources');
    rubric = { version: 2, criteria: [criterion('Tone', ['Kind'])], out_of: 1 };
    save = () => problem(409, 'changed-meanwhile');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText('Tone: Kind (1)');
    save = () => ({ body: rubric });
    await userEvent.click(screen.getByRole('button', { name: 'Keep mine' }));
    await waitFor(() => expect(location.pathname).toBe('/rooms/room/marking'));
    const sent = saved()[1] as {
      version: number;
      criteria: { id?: string; name: string; levels: { id?: string }[] }[];
    };
    expect(sent.version).toBe(2);
    expect(sent.criteria.map(({ name, id }) => [name, id])).toEqual([
      ['Tone', 'Tone'],
      ['Sources', undefined],
    ]);
    expect(sent.criteria[0]?.levels.map(({ id }) => id)).toEqual([undefined, 'Kind']);
  });
});
