import { useCallback, useState } from 'react';
import { useLoaded } from '../http/useLoaded';
import { useI18n } from '../i18n/i18n';
import { goTo } from '../routing/location';
import { BackLink } from '../ui/BackLink';
import { Button } from '../ui/Button';
import { Confirm } from '../ui/Confirm';
import { Loading } from '../ui/Loading';
import { LoadFailed } from '../ui/LoadFailed';
import { Page } from '../ui/Page';
import { useTell } from '../ui/toast';
import { GroupForm } from './GroupForm';
import type { Group } from './people';
import { changeGroup, deleteGroup, getGroup, type GroupDraft } from './peopleApi';
import type { Selection } from './selection';
import '../rooms/rooms.css';

export function GroupPage({ id }: { id: string }) {
  const { t } = useI18n();
  const tell = useTell();
  const [deleting, setDeleting] = useState(false);
  const { value: group, error, reload } = useLoaded(useCallback((signal: AbortSignal) => getGroup(id, signal), [id]));

  const save = async (draft: GroupDraft): Promise<void> => {
    await changeGroup(id, draft);
    tell(t('app.saved'));
    reload();
  };
  const remove = async (): Promise<void> => {
    await deleteGroup(id);
    tell(t('groups.deleted', { group: group?.name ?? '' }));
    goTo('/groups');
  };

  return (
    <Page title={group?.name ?? t('groups.edit')} above={<BackLink to="/groups">{t('groups.title')}</BackLink>}>
      {group === null && (error === null ? <Loading /> : <LoadFailed error={error} onRetry={reload} />)}
      {group !== null && (
        <GroupForm name={group.name} people={peopleOf(group)} action={t('app.save')} onSubmit={save}>
          <Button look="quiet" icon="trash" onClick={() => setDeleting(true)}>
            {t('groups.delete')}
          </Button>
        </GroupForm>
      )}
      {deleting && group !== null && (
        <Confirm
          title={t('groups.delete.sure', { group: group.name })}
          help={t('groups.delete.help')}
          action={t('groups.delete')}
          onConfirm={remove}
          onClose={() => setDeleting(false)}
        />
      )}
    </Page>
  );
}

const peopleOf = (group: Group): Selection => ({
  groups: [],
  people: group.members.map(({ id, display_name, username }) => ({ id, name: display_name, username })),
});
