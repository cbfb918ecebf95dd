import { useI18n } from '../i18n/i18n';
import { Link } from '../routing/Link';
import { goTo } from '../routing/location';
import { messagePath, studentPath } from '../routing/route';
import { Icon } from '../ui/Icon';
import { IconButton } from '../ui/IconButton';
import { useTell } from '../ui/toast';
import type { EntryRowProps } from './EntryRow';

/** What can be done with a message; in sight where the pointer or the focus is. */
export function EntryActions({ room, entry, mayComment, onRemove, onMembers }: EntryRowProps) {
  const { t } = useI18n();
  const tell = useTell();
  const name = entry.username;

  /** Where nothing can be copied, the link is in the browser's address bar. */
  const copyLink = async (): Promise<void> => {
    const path = messagePath(room, entry.id);
    try {
      await navigator.clipboard.writeText(location.origin + path);
      tell(t('transcript.linkCopied'));
    } catch {
      goTo(path);
    }
  };

  return (
    <div className="transcript-actions">
      {mayComment && !entry.removed && (
        <Link
          to={studentPath(room, entry.userId, entry.id)}
          className="icon-button"
          aria-label={t('transcript.comment', { name })}
          title={t('transcript.comment', { name })}
        >
          <Icon name="comment" />
        </Link>
      )}
      <IconButton icon="link" label={t('transcript.link', { name })} onClick={() => void copyLink()} />
      <IconButton icon="people" label={t('transcript.members', { name })} onClick={() => onMembers(entry)} />
      {!entry.removed && onRemove !== null && (
        <IconButton icon="trash" label={t('message.remove.of', { name })} onClick={() => onRemove(entry)} />
      )}
    </div>
  );
}
