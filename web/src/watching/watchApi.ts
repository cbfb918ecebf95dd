import { api, query } from '../http/api';

interface Participation {
  readonly items: readonly { readonly id: string; readonly messages: number }[];
}

/** Who has written in a room since then, as far as the archive knows. */
export async function writersSince(room: string, begin: Date, signal?: AbortSignal): Promise<ReadonlySet<string>> {
  const where = query({ from: begin.toISOString() });
  const { items } = await api<Participation>(
    'GET',
    `/rooms/${encodeURIComponent(room)}/participation${where}`,
    undefined,
    signal,
  );
  return new Set(items.filter(({ messages }) => messages > 0).map(({ id }) => id));
}
