import { vi } from 'vitest';

interface Answer {
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface AskedOfApi {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** Answers the API's requests by `METHOD /path`, without the query; what is not listed does not exist. */
export function fakeApi(
  answers: Record<string, Answer | ((query: URLSearchParams) => Answer | Promise<Answer>)>,
): AskedOfApi[] {
  const asked: AskedOfApi[] = [];
  vi.stubGlobal('fetch', async (address: string, init: RequestInit = {}) => {
    const path = address.replace(/^\/api/, '');
    const method = init.method ?? 'GET';
    asked.push({ method, path, body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined });
    const listed = answers[`${method} ${path.replace(/\?.*/, '')}`] ?? problem(404, 'not-found');
    const query = new URLSearchParams(path.replace(/^[^?]*/, ''));
    const answer = await (typeof listed === 'function' ? listed(query) : listed);
    const { status = 200, body, headers = {} } = answer;
    if (init.signal?.aborted === true) throw new DOMException('aborted', 'AbortError');
    return new Response(body === undefined ? null : JSON.stringify(body), { status, headers });
  });
  return asked;
}

export const problem = (status: number, slug: string, headers: Record<string, string> = {}): Answer => ({
  status,
  headers,
  body: { type: `/problems/${slug}`, title: slug, status, detail: 'for developers' },
});
