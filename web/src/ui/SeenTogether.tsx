import { useMemo, type ReactNode } from 'react';
import { figuresOf } from './avatarOf';
import { SeenTogetherContext } from './togetherContext';

interface SeenTogetherProps {
  readonly people: readonly { readonly id: string }[];
  readonly children: ReactNode;
}

/** Tells people apart by their signs who are seen together, such as the members of a room. */
export function SeenTogether({ people, children }: SeenTogetherProps) {
  const ids = people.map(({ id }) => id).join(' ');
  const figures = useMemo(() => figuresOf(ids === '' ? [] : ids.split(' ')), [ids]);
  return <SeenTogetherContext value={figures}>{children}</SeenTogetherContext>;
}
