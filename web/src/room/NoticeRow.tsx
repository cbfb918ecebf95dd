import { useI18n } from '../i18n/i18n';
import type { Translate } from '../i18n/translate';

const NAMED = 2;

/** Who came or left, in one quiet line, however many they are. */
export function NoticeRow({ kind, names }: { kind: 'entered' | 'left'; names: readonly string[] }) {
  const { t } = useI18n();
  return (
    <p className="log-notice from-people" title={names.length > NAMED ? names.slice(0, 100).join(', ') : undefined}>
      {sentence(t, kind === 'entered' ? 'joined' : 'left', names)}
    </p>
  );
}

function sentence(t: Translate, verb: 'joined' | 'left', names: readonly string[]): string {
  const [name = '', other = ''] = names;
  if (names.length === 1) return t(`room.${verb}.one`, { name });
  if (names.length === NAMED) return t(`room.${verb}.two`, { name, other });
  return t(`room.${verb}.many`, { name, other, count: names.length - NAMED });
}
