import { createContext, use } from 'react';
import type { News } from './feedback';

export interface FeedbackNews extends News {
  /** Looks again, for instance when something was seen. */
  readonly reload: () => void;
}

export const NewsContext = createContext<FeedbackNews>({ feedback: 0, answers: 0, reload: () => undefined });

export const useFeedbackNews = (): FeedbackNews => use(NewsContext);
