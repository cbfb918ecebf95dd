import type { ReactNode } from 'react';
import type { TranscriptEntry } from './entry';

/** A text in which what was looked for is marked. */
export function MarkedText({ text, found }: { text: string; found: TranscriptEntry['found'] }) {
  const parts: ReactNode[] = [];
  let done = 0;
  for (const { start, end } of found ?? []) {
    parts.push(text.slice(done, start), <mark key={start}>{text.slice(start, end)}</mark>);
    done = end;
  }
  return [...parts, text.slice(done)];
}
