import { useI18n } from '../i18n/i18n';
import type { Translate } from '../i18n/translate';

const NAMED_AT_MOST = 3;

/** Who came or left, in one quiet line, however many they are. */
export function NoticeRow({ kind, names }: { kind: 'entered' | 'left'; names: readonly string[] }) {
  const { t } = useI18n();
  const title = names.length > NAMED_AT_MOST ? names.slice(0, 100).join(', ') : undefined;
  return (
    <p className="log-notice from-people" title={title}>
      {sentence(t, kind === 'entered' ? 'joined' : 'left', names)}
    </p>
  );
}

function sentence(t: Translate, verb: 'joined' | 'left', names: readonly string[]): string {
  const [name = '', other = '', third = ''] = names;
  switch (names.length) {
    case 1:
      return t(`room.${verb}.one`, { name });
    case 2:
      return t(`room.${verb}.two`, { name, other });
    case NAMED_AT_MOST:
      return t(`room.${verb}.three`, { name, other, third });
    default:
      return t(`room.${verb}.many`, { name, other, count: names.length - 2 });
  }
}
