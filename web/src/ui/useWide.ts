import { useSyncExternalStore } from 'react';

const WIDE_REM = 72;

/** Whether there is room for three columns of the text size that was chosen. */
export function useWide(): boolean {
  return useSyncExternalStore(subscribe, isWide);
}

function isWide(): boolean {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return window.innerWidth >= WIDE_REM * rem;
}

function subscribe(listener: () => void): () => void {
  const sizes = new MutationObserver(listener);
  sizes.observe(document.documentElement, { attributeFilter: ['data-text-size'] });
  window.addEventListener('resize', listener);
  return () => {
    sizes.disconnect();
    window.removeEventListener('resize', listener);
  };
}
