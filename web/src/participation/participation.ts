import type { RoomRole } from '../live/protocol';

/** How much somebody, or several together, took part. All but what was removed is of messages that were not. */
export interface Figures {
  readonly messages: number;
  readonly words: number;
  readonly days_active: number;
  readonly replies: number;
  readonly removed: number;
  readonly first_at: string | null;
  readonly last_at: string | null;
}

export interface Line extends Figures {
  readonly id: string;
  readonly name: string;
  readonly role: RoomRole | 'guest';
  readonly member: boolean;
  /** Of the messages of students and guests, from 0 to 1; null for teachers. */
  readonly share: number | null;
}

/** The figures in which people are compared. */
export const COMPARED = ['messages', 'share', 'words', 'days_active', 'replies'] as const;

export type Compared = (typeof COMPARED)[number];

export type Median = Readonly<Record<Compared, number>>;

export interface Counted {
  readonly from: string | null;
  readonly to: string | null;
  readonly step: 'day' | 'hour';
  readonly reply_within_seconds: number;
}

/** A day, or an hour, in which something was written. */
export interface Point {
  readonly at: string;
  readonly messages: number;
  readonly words: number;
}

export interface RoomParticipation {
  readonly counted: Counted;
  readonly items: readonly Line[];
  readonly students: Figures;
  readonly everybody: Figures;
  readonly median: Median;
  readonly series: readonly Point[];
  /** Whether the words of all messages have been counted. */
  readonly complete: boolean;
}

export interface PersonParticipation {
  readonly counted: Counted;
  readonly person: Line;
  readonly median: Median;
  readonly series: readonly Point[];
  readonly complete: boolean;
}

export interface RoomLine {
  readonly room: string;
  readonly title: string;
  readonly person: Line;
  readonly median: Median;
}

export const isCompared = ({ role }: Line): boolean => role !== 'teacher';
