import { pause } from './pause';
import { Problem, type FieldError } from './problem';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

const UNREACHABLE = 0;
/** Nobody is there to answer, or nobody who can: a proxy or the server itself says so, for instance while it is started anew. */
const NOBODY_THERE = new Set([502, 503, 504]);
const ASK_AGAIN_MS = [300, 1_000, 2_500];
/** Who has waited so long for one answer need not wait for another. */
const LONG_ENOUGH_MS = 5_000;
/** A browser may take its time before it has read what it is to keep. */
const KEPT_MS = 60_000;
const whenSignedOut = new Set<() => void>();

/** Calls back whenever the API answers that nobody is signed in. */
export function onSignedOut(listener: () => void): () => void {
  whenSignedOut.add(listener);
  return () => whenSignedOut.delete(listener);
}

/**
 * Asks the API, with the login cookie. Fails with a {@link Problem}, or an AbortError where the signal says so. What only
 * reads is asked again for a few seconds where nobody is there to answer; what changes something may have done so, and is
 * left to the person.
 */
export async function api<T = void>(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const response = await reach(method, path, body, signal);
  if (!response.ok) {
    const problem = await problemOf(response);
    if (problem.status === 401 && problem.slug !== 'wrong-credentials') whenSignedOut.forEach(listener => listener());
    throw problem;
  }
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** Fetches a file and has the browser keep it under its name. Fails with a {@link Problem} as {@link api} does. */
export async function download(path: string): Promise<void> {
  const response = await reachOnce('GET', path, undefined, undefined);
  if (!response.ok) throw await problemOf(response);
  const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('Content-Disposition') ?? '')?.[1] ?? 'file';
  const address = URL.createObjectURL(await response.blob());
  const link = Object.assign(document.createElement('a'), { href: address, download: decodeURIComponent(name) });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}

async function reach(method: Method, path: string, body: unknown, signal: AbortSignal | undefined): Promise<Response> {
  const giveUpAt = performance.now() + LONG_ENOUGH_MS;
  for (const pauseMs of method === 'GET' ? ASK_AGAIN_MS : []) {
    const response = await reachOnce(method, path, body, signal).catch((error: unknown) => {
      if (!(error instanceof Problem) || !navigator.onLine) throw error;
      return null;
    });
    if (response !== null && (!NOBODY_THERE.has(response.status) || performance.now() > giveUpAt)) return response;
    await pause(pauseMs, signal);
  }
  return reachOnce(method, path, body, signal);
}

async function reachOnce(
  method: Method,
  path: string,
  body: unknown,
  signal: AbortSignal | undefined,
): Promise<Response> {
  try {
    return await fetch(`/api${path}`, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Problem(UNREACHABLE, 'unreachable', String(error));
  }
}

async function problemOf(response: Response): Promise<Problem> {
  const said = (await response.json().catch(() => ({}))) as {
    type?: string;
    detail?: string;
    errors?: FieldError[];
  };
  const slug = said.type?.split('/').at(-1) ?? '';
  const retryAfter = Number.parseInt(response.headers.get('Retry-After') ?? '', 10);
  return new Problem(
    response.status,
    slug,
    said.detail ?? '',
    said.errors ?? [],
    Number.isNaN(retryAfter) ? null : retryAfter,
  );
}

/** A query string of what is set; empty texts are left out. */
export function query(parameters: Record<string, string | number | boolean | null | undefined>): string {
  const set = Object.entries(parameters).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return set.length === 0 ? '' : `?${new URLSearchParams(set.map(([name, value]) => [name, String(value)]))}`;
}

/** One page of a list, and where the next one begins. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** The whole of a list, read page by page; `load` is told after which mark. */
export async function allPages<T>(load: (after: string | null) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = [];
  let after: string | null = null;
  do {
    const page: Page<T> = await load(after);
    items.push(...page.items);
    after = page.next ?? null;
  } while (after !== null);
  return items;
}
