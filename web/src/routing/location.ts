import { useSyncExternalStore } from 'react';

const moved = new Set<() => void>();

/** Goes to another page of ours without loading it from the server. */
export function goTo(path: string, how: { replace?: boolean } = {}): void {
  history[how.replace === true ? 'replaceState' : 'pushState'](null, '', path);
  moved.forEach(listener => listener());
}

function onMove(listener: () => void): () => void {
  moved.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    moved.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}

export function usePath(): string {
  return useSyncExternalStore(onMove, () => location.pathname);
}

export function useSearch(): string {
  return useSyncExternalStore(onMove, () => location.search);
}
