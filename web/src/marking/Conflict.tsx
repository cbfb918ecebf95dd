import type { ReactNode } from 'react';
import { useI18n } from '../i18n/i18n';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';

interface ConflictProps {
  /** Who was faster, where that is known. */
  readonly by: string | null;
  /** What they made of it; null where they have deleted it. */
  readonly children: ReactNode;
  readonly busy: boolean;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
}

/** Somebody else was faster: shows theirs beside what was written here, of which nothing is lost, and asks which shall stay. */
export function Conflict({ by, children, busy, onMine, onTheirs }: ConflictProps) {
  const { t } = useI18n();
  return (
    <section className="conflict" role="alert">
      <p className="conflict-head">
        <Icon name="warning" />
        <strong>{by === null ? t('conflict.title') : t('conflict.titleBy', { name: by })}</strong>
      </p>
      <p>{t('conflict.help')}</p>
      <div className="conflict-theirs">
        <h4>{t('conflict.theirs')}</h4>
        {children ?? <p>{t('conflict.deleted')}</p>}
      </div>
      <div className="actions">
        <Button busy={busy} onClick={onMine}>
          {t('conflict.mine')}
        </Button>
        <Button onClick={onTheirs}>{t('conflict.takeTheirs')}</Button>
      </div>
    </section>
  );
}
