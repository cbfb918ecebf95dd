import { createContext, use, useSyncExternalStore } from 'react';
import type { Live, LinkState } from './live';

export const LiveContext = createContext<Live | null>(null);

export function useLive(): Live {
  const live = use(LiveContext);
  if (live === null) throw new Error('outside of LiveProvider');
  return live;
}

export function useLinkState(): LinkState {
  const live = useLive();
  return useSyncExternalStore(live.onState, () => live.state);
}
