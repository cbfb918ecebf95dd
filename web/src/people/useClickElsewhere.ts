import { useEffect, useEffectEvent, type RefObject } from 'react';

/** Calls back when something outside of a box has been clicked. What a click in the box takes away counts as in it. */
export function useClickElsewhere(box: RefObject<HTMLElement | null>, watched: boolean, onClick: () => void): void {
  const clicked = useEffectEvent((event: MouseEvent) => {
    if (box.current !== null && !event.composedPath().includes(box.current)) onClick();
  });

  useEffect(() => {
    if (!watched) return undefined;
    const listen = (event: MouseEvent): void => clicked(event);
    document.addEventListener('click', listen);
    return () => document.removeEventListener('click', listen);
  }, [watched]);
}
