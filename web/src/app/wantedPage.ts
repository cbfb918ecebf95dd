/** Only a path of ours: whoever makes a link must not send people elsewhere. */
export function wantedPage(search: string): string {
  const next = new URLSearchParams(search).get('next') ?? '/';
  return /^\/(?![/\\])/.test(next) ? next : '/';
}
