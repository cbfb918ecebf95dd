import type { ReactNode } from 'react';
import type { Stretch } from './entry';

interface MarkedTextProps {
  readonly text: string;
  /** Where it has what was looked for. */
  readonly found: readonly Stretch[] | null;
  /** Where it has flagged words. */
  readonly flagged?: readonly Stretch[];
}

/** A text in which what was looked for, and what the school flags, is marked. */
export function MarkedText({ text, found, flagged = [] }: MarkedTextProps) {
  const parts: ReactNode[] = [];
  let done = 0;
  for (const { start, end } of [...(found ?? []), ...flagged].toSorted((a, b) => a.start - b.start)) {
    if (end <= done) continue;
    const from = Math.max(start, done);
    parts.push(text.slice(done, from), <mark key={from}>{text.slice(from, end)}</mark>);
    done = end;
  }
  return [...parts, text.slice(done)];
}
