import { useI18n } from '../i18n/i18n';
import { named } from '../i18n/named';

const NAMED_IN_LINE = 3;
const NAMED_IN_TITLE = 100;

/** Who came or left, in one quiet line, however many they are. */
export function NoticeRow({ kind, names }: { kind: 'entered' | 'left'; names: readonly string[] }) {
  const i18n = useI18n();
  const title = names.length > NAMED_IN_LINE ? named(i18n, names, NAMED_IN_TITLE) : undefined;
  const line = named(i18n, names, NAMED_IN_LINE);
  return (
    <p className="log-notice from-people" title={title}>
      {i18n.t(kind === 'entered' ? 'room.joined' : 'room.left', { names: line })}
    </p>
  );
}
