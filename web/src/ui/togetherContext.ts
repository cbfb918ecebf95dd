import { createContext } from 'react';
import type { AvatarFigure } from './avatarOf';

/** How people look who are seen together here; those who are not in it look as they do everywhere. */
export const SeenTogetherContext = createContext<ReadonlyMap<string, AvatarFigure> | undefined>(undefined);
