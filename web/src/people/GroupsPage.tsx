import { useLoaded } from '../http/useLoaded';
import { useI18n } from '../i18n/i18n';
import { named } from '../i18n/named';
import { Link } from '../routing/Link';
import { groupPath } from '../routing/route';
import { ButtonLink } from '../ui/ButtonLink';
import { EmptyState } from '../ui/EmptyState';
import { Icon } from '../ui/Icon';
import { Loading } from '../ui/Loading';
import { LoadFailed } from '../ui/LoadFailed';
import { Page } from '../ui/Page';
import { GroupSign } from './GroupSign';
import type { Group } from './people';
import { listGroups } from './peopleApi';
import '../rooms/rooms.css';
import './picker.css';

const NAMED = 4;

export function GroupsPage() {
  const { t } = useI18n();
  const { value: groups, error, reload } = useLoaded(listGroupsStable);
  return (
    <Page
      title={t('groups.title')}
      lead={t('groups.lead')}
      actions={
        <ButtonLink look="main" icon="plus" to="/groups/new">
          {t('groups.new')}
        </ButtonLink>
      }
    >
      {groups === null && (error === null ? <Loading /> : <LoadFailed error={error} onRetry={reload} />)}
      {groups?.length === 0 && <EmptyState title={t('groups.empty')} help={t('groups.empty.help')} />}
      {groups !== null && groups.length > 0 && (
        <ul className="list sheet">
          {groups.map(group => (
            <li key={group.id}>
              <GroupRow group={group} />
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}

const listGroupsStable = (signal: AbortSignal): Promise<Group[]> => listGroups(signal);

function GroupRow({ group }: { group: Group }) {
  const i18n = useI18n();
  const { t } = i18n;
  const names = group.members.map(member => member.display_name);
  return (
    <Link className="list-row room-item" to={groupPath(group.id)}>
      <GroupSign />
      <span className="list-main">
        <span className="list-title from-people">{group.name}</span>
        <span className="list-note from-people">{named(i18n, names, NAMED)}</span>
      </span>
      <span className="chip">{t('picker.size', { count: group.members.length })}</span>
      <Icon name="chevron" />
    </Link>
  );
}
