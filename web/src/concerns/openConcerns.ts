import { createContext, use } from 'react';
import type { OpenCount } from './concernsApi';

export interface OpenConcerns extends OpenCount {
  /** Looks again, for instance when something was decided. */
  readonly reload: () => void;
}

export const OpenConcernsContext = createContext<OpenConcerns>({ count: 0, more: false, reload: () => undefined });

export const useOpenConcerns = (): OpenConcerns => use(OpenConcernsContext);
