import type { Counted, Point } from './participation';

export type Unit = 'hour' | 'day' | 'week' | 'month';

/** What was written in one stretch of time, where the reader is. */
export interface Bar {
  readonly start: Date;
  readonly messages: number;
  readonly words: number;
}

export interface Bars {
  readonly unit: Unit;
  readonly bars: readonly Bar[];
}

const HOUR = 3_600_000;
/** More than so many bars are too thin to tell apart. */
const MOST_BARS = 62;

/** The stretches between the first and the last, those too in which nothing was written; longer ones where there were too many. */
export function barsOf(series: readonly Point[], { step, from, to }: Counted, now = new Date()): Bars {
  const first = from ?? series[0]?.at;
  const last = series.at(-1)?.at ?? first;
  if (first === undefined || last === undefined) return { unit: step, bars: [] };
  const begin = new Date(first);
  const end =
    to === null ? new Date(last) : new Date(Math.max(Math.min(Date.parse(to) - 1, now.getTime()), Date.parse(last)));
  const units: readonly Unit[] = step === 'hour' ? ['hour'] : ['day', 'week', 'month'];
  const unit = units.find(each => starts(each, begin, end, MOST_BARS + 1).length <= MOST_BARS) ?? 'month';
  const sums = new Map<number, { messages: number; words: number }>();
  for (const { at, messages, words } of series) {
    const key = startOf(unit, new Date(at)).getTime();
    const sum = sums.get(key) ?? { messages: 0, words: 0 };
    sums.set(key, { messages: sum.messages + messages, words: sum.words + words });
  }
  const bars = starts(unit, begin, end).map(start => ({ start, messages: 0, words: 0, ...sums.get(start.getTime()) }));
  return { unit, bars };
}

function starts(unit: Unit, begin: Date, end: Date, most = Infinity): Date[] {
  const found: Date[] = [];
  for (let start = startOf(unit, begin); start <= end && found.length < most; start = following(unit, start)) {
    found.push(start);
  }
  return found;
}

function startOf(unit: Unit, at: Date): Date {
  switch (unit) {
    case 'hour':
      return new Date(at.getTime() - at.getMinutes() * 60_000 - at.getSeconds() * 1_000 - at.getMilliseconds());
    case 'day':
      return new Date(at.getFullYear(), at.getMonth(), at.getDate());
    case 'week':
      return new Date(at.getFullYear(), at.getMonth(), at.getDate() - ((at.getDay() + 6) % 7));
    case 'month':
      return new Date(at.getFullYear(), at.getMonth(), 1);
  }
}

function following(unit: Unit, start: Date): Date {
  switch (unit) {
    case 'hour':
      return new Date(start.getTime() + HOUR);
    case 'day':
      return new Date(start.getFullYear(), start.getMonth(), start.getDate() + 1);
    case 'week':
      return new Date(start.getFullYear(), start.getMonth(), start.getDate() + 7);
    case 'month':
      return new Date(start.getFullYear(), start.getMonth() + 1, 1);
  }
}
