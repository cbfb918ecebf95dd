import { useCallback } from 'react';
import { useLoaded } from '../http/useLoaded';
import { useI18n } from '../i18n/i18n';
import { listPeople } from '../people/peopleApi';
import { Link } from '../routing/Link';
import { useMe } from '../session/session';
import { Icon } from '../ui/Icon';

/** Tells an admin that nobody is the safeguarding lead; they alone can change that. */
export function NoLeadNote() {
  return useMe().role === 'admin' ? <NoteForAdmins /> : null;
}

function NoteForAdmins() {
  const { t } = useI18n();
  const { value: leads } = useLoaded(
    useCallback((signal: AbortSignal) => listPeople({ safeguarding_lead: true }, signal), []),
  );
  if (leads === null || leads.items.some(({ active }) => active)) return null;
  return (
    <p className="no-lead-note" role="status">
      <Icon name="warning" />
      <span>
        {t('concerns.noLead')} <Link to="/accounts">{t('concerns.noLead.name')}</Link>
      </span>
    </p>
  );
}
