import { useCallback, useState } from 'react';
import { kept } from './kept';

export type Theme = 'system' | 'light' | 'dark';
export type TextSize = 'normal' | 'large' | 'projector';

export interface Appearance {
  readonly theme: Theme;
  readonly textSize: TextSize;
}

const AS_THE_SYSTEM: Appearance = { theme: 'system', textSize: 'normal' };

// The script in public/before-paint.js reads the same.
const chosen = kept<Appearance>('homeroom.appearance', value => typeof value === 'object');

/** How the pages look on this computer; changing it shows at once and is remembered. */
export function useAppearance(): [Appearance, (change: Partial<Appearance>) => void] {
  const [appearance, setAppearance] = useState<Appearance>(() => ({ ...AS_THE_SYSTEM, ...chosen.read() }));
  const change = useCallback((part: Partial<Appearance>) => {
    setAppearance(current => {
      const next = { ...current, ...part };
      chosen.write(next);
      document.documentElement.dataset['theme'] = next.theme;
      document.documentElement.dataset['textSize'] = next.textSize;
      return next;
    });
  }, []);
  return [appearance, change];
}
