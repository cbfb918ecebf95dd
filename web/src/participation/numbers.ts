import type { Language } from '../i18n/catalogues';
import type { Compared } from './participation';

/** A figure as the reader's language writes it. */
export function written(language: Language, figure: Compared, value: number): string {
  return figure === 'share'
    ? new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(value)
    : new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value);
}
