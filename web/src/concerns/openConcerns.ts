import { createContext, use } from 'react';

export interface OpenConcerns {
  /** How many wait for whoever is signed in. */
  readonly count: number;
  /** Looks again, for instance when something was decided. */
  readonly reload: () => void;
}

export const OpenConcernsContext = createContext<OpenConcerns>({ count: 0, reload: () => undefined });

export const useOpenConcerns = (): OpenConcerns => use(OpenConcernsContext);
