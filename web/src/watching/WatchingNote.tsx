import { useI18n } from '../i18n/i18n';
import { roomPath } from '../routing/route';
import { ButtonLink } from '../ui/ButtonLink';
import { Icon } from '../ui/Icon';
import './watching.css';

/** Says that nobody sees who looks at this room, and how to be seen in it. */
export function WatchingNote({ room }: { room: string }) {
  const { t } = useI18n();
  return (
    <p className="watching-note">
      <Icon name="eye" />
      <span>{t('watch.note')}</span>
      <ButtonLink look="plain" to={roomPath(room)}>
        {t('watch.enter')}
      </ButtonLink>
    </p>
  );
}
