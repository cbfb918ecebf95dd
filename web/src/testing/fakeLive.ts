import type { Live, LinkState } from '../live/live';
import type { EnteredRoom, Failure, SentMessage, ServerEvents } from '../live/protocol';

type Listener = (event: never) => void;

interface Asked<T> {
  readonly answer: (answer: T) => void;
  readonly loseAnswer: () => void;
}

/** A connection of which the test is the other end: what was asked waits until the test answers it. */
export class FakeLive implements Live {
  state: LinkState = 'connected';
  recovered = false;
  readonly entering: (Asked<EnteredRoom | Failure> & { cursor: string | null; watching: boolean })[] = [];
  readonly sending: (Asked<SentMessage | Failure> & { text: string; id: string })[] = [];
  readonly left: string[] = [];
  private readonly stateListeners = new Set<() => void>();
  private readonly listeners = new Map<string, Set<Listener>>();

  readonly onState = (listener: () => void): (() => void) => {
    this.stateListeners.add(listener);
    return () => this.stateListeners.delete(listener);
  };

  readonly on = <E extends keyof ServerEvents>(event: E, listener: ServerEvents[E]): (() => void) => {
    const those = this.listeners.get(event) ?? new Set();
    this.listeners.set(event, those.add(listener));
    return () => those.delete(listener);
  };

  readonly enter = (_room: string, cursor: string | null): Promise<EnteredRoom | Failure> => this.goIn(cursor, false);

  readonly watch = (_room: string, cursor: string | null): Promise<EnteredRoom | Failure> => this.goIn(cursor, true);

  readonly send = (_room: string, text: string, id: string): Promise<SentMessage | Failure> =>
    new Promise((answer, reject) => {
      this.sending.push({ text, id, answer, loseAnswer: () => reject(new Error('lost')) });
    });

  readonly leave = (room: string): void => {
    this.left.push(room);
  };

  private goIn(cursor: string | null, watching: boolean): Promise<EnteredRoom | Failure> {
    return new Promise((answer, reject) => {
      this.entering.push({ cursor, watching, answer, loseAnswer: () => reject(new Error('lost')) });
    });
  }

  becomes(state: LinkState, { recovered = false } = {}): void {
    this.state = state;
    this.recovered = recovered;
    this.stateListeners.forEach(listener => listener());
  }

  says<E extends keyof ServerEvents>(event: E, value: Parameters<ServerEvents[E]>[0]): void {
    this.listeners.get(event)?.forEach(listener => listener(value as never));
  }
}
