import { useI18n, type I18n } from '../i18n/i18n';

const NAMED_IN_LINE = 3;
const NAMED_IN_TITLE = 100;

/** Who came or left, in one quiet line, however many they are. */
export function NoticeRow({ kind, names }: { kind: 'entered' | 'left'; names: readonly string[] }) {
  const i18n = useI18n();
  const title = names.length > NAMED_IN_LINE ? listed(i18n, names, NAMED_IN_TITLE) : undefined;
  const line = listed(i18n, names, NAMED_IN_LINE);
  return (
    <p className="log-notice from-people" title={title}>
      {i18n.t(kind === 'entered' ? 'room.joined' : 'room.left', { names: line })}
    </p>
  );
}

/** All names, or where they are more than `atMost`, one fewer than that and how many the others are: never one alone. */
function listed({ t, list }: I18n, names: readonly string[], atMost: number): string {
  if (names.length <= atMost) return list(names);
  const named = names.slice(0, atMost - 1);
  return list([...named, t('room.others', { count: names.length - named.length })]);
}
