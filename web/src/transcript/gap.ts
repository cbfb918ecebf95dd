import { kept } from '../ui/kept';

/** After how many minutes in which nobody did anything another session begins. */
export const GAPS = ['5', '15', '30', '60', '120', 'never'] as const;

export type Gap = (typeof GAPS)[number];

export const USUAL_GAP: Gap = '30';

/** What somebody chose last, on this computer. */
export const keptGap = kept<Gap>('homeroom.transcript.gap', value => GAPS.some(gap => gap === value));

export const minutesOf = (gap: Gap): number | null => (gap === 'never' ? null : Number(gap));
