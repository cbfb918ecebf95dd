import { describe, expect, it } from 'vitest';
import * as Outboxes from './outbox';
import { countUnsent, forgetUnsent, outboxStore } from './outboxStore';

describe('the store of unsent messages', () => {
  it('gives back after a reload what was not sent, to be sent again under the same id', () => {
    const outbox = Outboxes.sending(Outboxes.written([], 'a', 'kept', 1), 'a');
    outboxStore('amy', 'room').write([], outbox);
    expect(outboxStore('amy', 'room').read()).toEqual([
      { clientId: 'a', text: 'kept', madeAt: 1, attempts: 1, state: 'waiting', refusal: null, messageId: null },
    ]);
  });

  it('shows nothing to another account or in another room', () => {
    outboxStore('amy', 'room').write([], Outboxes.written([], 'a', 'secret', 1));
    expect(outboxStore('ben', 'room').read()).toEqual([]);
    expect(outboxStore('amy', 'other').read()).toEqual([]);
  });

  it('forgets what is acked or discarded, and leaves alone what another page wrote', () => {
    const store = outboxStore('amy', 'room');
    const mine = Outboxes.written([], 'a', 'mine', 1);
    store.write([], mine);
    outboxStore('amy', 'room').write([], Outboxes.written([], 'z', 'of another tab', 2));
    store.write(mine, Outboxes.acked(mine, 'a', 'm1'));
    expect(store.read().map(({ clientId }) => clientId)).toEqual(['z']);
  });

  it('counts and forgets over all rooms of an account', () => {
    outboxStore('amy', 'one').write([], Outboxes.written([], 'a', 'x', 1));
    outboxStore('amy', 'two').write([], Outboxes.written([], 'b', 'y', 1));
    outboxStore('ben', 'one').write([], Outboxes.written([], 'c', 'z', 1));
    expect(countUnsent('amy')).toBe(2);
    forgetUnsent('amy');
    expect(countUnsent('amy')).toBe(0);
    expect(countUnsent('ben')).toBe(1);
  });

  it('survives storage that is switched off or holds rubbish', () => {
    expect(outboxStore('amy', 'room', null).read()).toEqual([]);
    localStorage.setItem('homeroom.unsent.amy.room.x', 'rubbish');
    localStorage.setItem('homeroom.unsent.amy.room.y', '{"text":1}');
    expect(outboxStore('amy', 'room').read()).toEqual([]);
  });
});
