import { memo, use } from 'react';
import { avatarOf } from './avatarOf';
import { SeenTogetherContext } from './togetherContext';

interface AvatarProps {
  readonly id: string;
  readonly name: string;
  readonly size?: 's' | 'm' | 'l';
}

/** A person's sign. The name always stands beside it, so it is silent. */
export const Avatar = memo(function Avatar({ id, name, size = 'm' }: AvatarProps) {
  const { initials, colour, shape } = avatarOf(id, name, use(SeenTogetherContext));
  return (
    <span className={`avatar avatar-${size} avatar-colour-${colour} avatar-shape-${shape}`} aria-hidden="true">
      {initials}
    </span>
  );
});
