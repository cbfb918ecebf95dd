import { useI18n } from '../i18n/i18n';
import { goTo } from '../routing/location';
import { BackLink } from '../ui/BackLink';
import { ButtonLink } from '../ui/ButtonLink';
import { Page } from '../ui/Page';
import { useTell } from '../ui/toast';
import { GroupForm } from './GroupForm';
import { createGroup, type GroupDraft } from './peopleApi';
import { nobody } from './selection';
import '../rooms/rooms.css';

export function NewGroupPage() {
  const { t } = useI18n();
  const tell = useTell();

  const create = async (draft: GroupDraft): Promise<void> => {
    await createGroup(draft);
    tell(t('groups.created', { group: draft.name }));
    goTo('/groups');
  };

  return (
    <Page title={t('groups.new')} above={<BackLink to="/groups">{t('groups.title')}</BackLink>}>
      <GroupForm name="" people={nobody} action={t('groups.create')} onSubmit={create}>
        <ButtonLink look="quiet" to="/groups">
          {t('app.cancel')}
        </ButtonLink>
      </GroupForm>
    </Page>
  );
}
