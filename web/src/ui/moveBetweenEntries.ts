import type { KeyboardEvent } from 'react';

/** Up and down go from entry to entry; Tab then reaches what can be done with one. */
export function moveBetweenEntries(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
  const entries = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-entry]')];
  const focused = entries.findIndex(entry => entry.contains(document.activeElement));
  if (focused === -1 && event.key === 'ArrowDown') return;
  const next = focused === -1 ? entries.at(-1) : entries[focused + (event.key === 'ArrowUp' ? -1 : 1)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
