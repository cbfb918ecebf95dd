import type { I18n } from './i18n';

/** All names, or where they are more than `atMost`, one fewer than that and how many the others are: never one alone. */
export function named({ t, list }: Pick<I18n, 't' | 'list'>, names: readonly string[], atMost: number): string {
  if (names.length <= atMost) return list(names);
  const some = names.slice(0, atMost - 1);
  return list([...some, t('room.others', { count: names.length - some.length })]);
}
