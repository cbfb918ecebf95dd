import { describe, expect, it } from 'vitest';
import * as Outboxes from './outbox';
import type { Outbox } from './outbox';

const noon = Date.UTC(2026, 4, 13, 12);
const isoAt = (ms: number): string => new Date(ms).toISOString();
const onLog =
  (...ids: string[]) =>
  (id: string): boolean =>
    ids.includes(id);
const two = Outboxes.written(Outboxes.written([], 'a', 'first', noon), 'b', 'second', noon + 1);
const statesOf = (outbox: Outbox): string[] => outbox.map(({ clientId, state }) => `${clientId} ${state}`);

describe('an outbox', () => {
  it('sends one message at a time, the oldest first', () => {
    expect(Outboxes.nextToSend(two)?.clientId).toBe('a');
    expect(Outboxes.nextToSend(Outboxes.sending(two, 'a'))).toBeNull();
    expect(Outboxes.nextToSend(Outboxes.acked(Outboxes.sending(two, 'a'), 'a', 'm1'))?.clientId).toBe('b');
  });

  it('does not let a refused message hold up the next', () => {
    const outbox = Outboxes.refused(Outboxes.sending(two, 'a'), 'a', 'message_too_long');
    expect(Outboxes.nextToSend(outbox)?.clientId).toBe('b');
  });

  it('sends again under the same id what got no answer', () => {
    const outbox = Outboxes.deferred(Outboxes.sending(two, 'a'), 'a', null);
    expect(Outboxes.nextToSend(outbox)).toMatchObject({ clientId: 'a', attempts: 1 });
  });

  it('keeps an acked message in sight until it comes by on the log', () => {
    const outbox = Outboxes.acked(Outboxes.sending(two, 'a'), 'a', 'm1');
    expect(statesOf(Outboxes.shownUnsent(outbox, onLog()))).toEqual(['a acked', 'b waiting']);
    expect(statesOf(Outboxes.arrived(outbox, onLog('m1')))).toEqual(['b waiting']);
  });

  it('does not show a message twice whose live event overtakes its ack', () => {
    const echoed = Outboxes.echoed(Outboxes.sending(two, 'a'), {
      id: 'm1',
      clientId: null,
      text: 'first',
      sentAt: isoAt(noon + 5),
    });
    expect(statesOf(Outboxes.shownUnsent(echoed, onLog('m1')))).toEqual(['b waiting']);
    expect(statesOf(Outboxes.arrived(Outboxes.acked(echoed, 'a', 'm1'), onLog('m1')))).toEqual(['b waiting']);
  });

  it('does not show a message twice whose ack was lost', () => {
    const lost = Outboxes.deferred(Outboxes.sending(two, 'a'), 'a', null);
    const echoed = Outboxes.echoed(lost, { id: 'm1', clientId: null, text: 'first', sentAt: isoAt(noon + 5) });
    expect(statesOf(Outboxes.shownUnsent(echoed, onLog('m1')))).toEqual(['b waiting']);
    expect(Outboxes.nextToSend(echoed)?.clientId).toBe('a');
  });

  it('shows a message again that was taken for another one with the same words', () => {
    const sending = Outboxes.sending(Outboxes.written([], 'a', 'ok', noon), 'a');
    const echoed = Outboxes.echoed(sending, { id: 'other', clientId: null, text: 'ok', sentAt: isoAt(noon) });
    expect(Outboxes.shownUnsent(echoed, onLog('other'))).toEqual([]);
    const acked = Outboxes.acked(echoed, 'a', 'm2');
    expect(statesOf(Outboxes.shownUnsent(acked, onLog('other')))).toEqual(['a acked']);
  });

  it('goes by the id that it gave, whatever the words', () => {
    const twice = Outboxes.written(Outboxes.written([], 'a', 'ok', noon), 'b', 'ok', noon);
    const sent = Outboxes.sending(Outboxes.deferred(Outboxes.sending(twice, 'a'), 'a', null), 'b');
    const echo = { id: 'm2', clientId: 'b', text: 'ok', sentAt: isoAt(noon) };
    expect(Outboxes.echoed(sent, echo).map(({ messageId }) => messageId)).toEqual([null, 'm2']);
    expect(Outboxes.echoed(sent, { ...echo, clientId: 'of another page' })).toBe(sent);
  });

  it('takes nothing for its own that was never sent or is older', () => {
    const unsent = Outboxes.echoed(two, { id: 'm1', clientId: null, text: 'first', sentAt: isoAt(noon) });
    expect(unsent).toBe(two);
    const sending = Outboxes.sending(two, 'a');
    const hourBefore = { id: 'm1', clientId: null, text: 'first', sentAt: isoAt(noon - 3_600_000) };
    expect(Outboxes.echoed(sending, hourBefore)).toBe(sending);
  });

  it('takes each event for one message only', () => {
    const twice = Outboxes.written(Outboxes.written([], 'a', 'ok', noon), 'b', 'ok', noon);
    const sent = Outboxes.sending(Outboxes.deferred(Outboxes.sending(twice, 'a'), 'a', null), 'b');
    const echo = { id: 'm1', clientId: null, text: 'ok', sentAt: isoAt(noon) };
    const echoed = Outboxes.echoed(Outboxes.echoed(sent, echo), echo);
    expect(echoed.map(({ messageId }) => messageId)).toEqual(['m1', null]);
  });

  it('lets go of what another page has sent, but not of what is on its way from here', () => {
    expect(statesOf(Outboxes.withdrawn(two, 'a'))).toEqual(['b waiting']);
    expect(statesOf(Outboxes.withdrawn(Outboxes.sending(two, 'a'), 'a'))).toEqual(['a sending', 'b waiting']);
  });

  it('sends a refused message again only when asked to', () => {
    const refused = Outboxes.refused(two, 'a', 'muted');
    expect(Outboxes.retried(refused, 'a')[0]).toMatchObject({ state: 'waiting', refusal: null });
    expect(statesOf(Outboxes.discarded(refused, 'a'))).toEqual(['b waiting']);
  });
});
