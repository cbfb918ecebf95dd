import type { PlainKey } from '../i18n/translate';

export const FORMATS = ['pdf', 'html', 'csv', 'json'] as const;
export type Format = (typeof FORMATS)[number];

export const NAMINGS = ['names', 'pseudonyms'] as const;
export type Naming = (typeof NAMINGS)[number];

/** A file that is made, or was, in the background. */
export interface Export {
  readonly id: string;
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
  /** Of the room, or the name of the person. */
  readonly title: string;
  /** Null where it is of several rooms. */
  readonly room: string | null;
  readonly format: Format;
  readonly names: Naming;
  /** How many entries have been written, of how many; null until they have been counted. */
  readonly done: number;
  readonly total: number | null;
  /** In bytes. */
  readonly size: number;
  readonly problem: string | null;
  readonly created_at: string;
  readonly expires_at: string;
}

export const isUnfinished = ({ state }: Export): boolean => state === 'waiting' || state === 'running';

const problems: Partial<Record<string, PlainKey>> = {
  'too-large': 'exports.failed.tooLarge',
  'exports-full': 'exports.failed.full',
  'room-not-found': 'exports.failed.lost',
  'account-not-found': 'exports.failed.lost',
  forbidden: 'exports.failed.lost',
};

export const problemOf = ({ problem }: Export): PlainKey => problems[problem ?? ''] ?? 'exports.failed';
