/** An entry at the top of a view, and how far below its edge. */
export interface ScrollAnchor {
  readonly id: string;
  readonly top: number;
}

/** The first entry in sight; entries are the elements with `data-entry`. */
export function anchorOf(scroller: HTMLElement): ScrollAnchor | null {
  const edge = scroller.getBoundingClientRect().top;
  for (const element of scroller.querySelectorAll<HTMLElement>('[data-entry]')) {
    const box = element.getBoundingClientRect();
    if (box.bottom > edge) return { id: element.dataset['entry'] ?? '', top: box.top - edge };
  }
  return null;
}

/** Scrolls so that the entry stands where it stood, whatever was put in above. */
export function restore(scroller: HTMLElement, anchor: ScrollAnchor): void {
  const element = entryIn(scroller, anchor.id);
  if (element === null) return;
  const moved = element.getBoundingClientRect().top - scroller.getBoundingClientRect().top - anchor.top;
  if (Math.abs(moved) >= 1) scroller.scrollTop += moved;
}

export const entryIn = (scroller: HTMLElement, id: string): HTMLElement | null =>
  scroller.querySelector<HTMLElement>(`[data-entry="${CSS.escape(id)}"]`);
