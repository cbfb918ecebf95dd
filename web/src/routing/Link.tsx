import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import { goTo } from './location';

interface LinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly to: string;
}

/** A real link, so that it opens in a new tab and shows its address, which moves within the page on a plain click. */
export function Link({ to, onClick, children, ...rest }: LinkProps) {
  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    onClick?.(event);
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    goTo(to);
  };

  return (
    <a {...rest} href={to} onClick={follow}>
      {children}
    </a>
  );
}
