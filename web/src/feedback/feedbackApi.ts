import { api, query, type Page } from '../http/api';
import type { Answer, NewAnswers, News, Received } from './feedback';

export const listFeedback = (after: string | null, signal?: AbortSignal): Promise<Page<Received>> =>
  api('GET', `/feedback${query({ after })}`, undefined, signal);

/** Mine, in one room. */
export const feedbackIn = async (room: string, signal?: AbortSignal): Promise<readonly Received[]> => {
  const address = `/rooms/${encodeURIComponent(room)}/feedback`;
  return (await api<{ items: readonly Received[] }>('GET', address, undefined, signal)).items;
};

export const getNews = (signal?: AbortSignal): Promise<News> => api('GET', '/feedback/news', undefined, signal);

export const listNewAnswers = async (signal?: AbortSignal): Promise<readonly NewAnswers[]> =>
  (await api<{ items: readonly NewAnswers[] }>('GET', '/feedback/answers', undefined, signal)).items;

export const markSeen = (feedback: readonly string[]): Promise<void> => api('POST', '/feedback/seen', { feedback });

export const answerFeedback = (feedback: string, text: string): Promise<Answer> =>
  api('POST', `/feedback/${encodeURIComponent(feedback)}/answers`, { text });
