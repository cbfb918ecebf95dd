import { useEffect, useState } from 'react';
import { useI18n } from '../i18n/i18n';
import type { Role } from '../session/account';
import { useMe } from '../session/session';
import { Avatar } from '../ui/Avatar';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { IconButton } from '../ui/IconButton';
import { Loading } from '../ui/Loading';
import { LoadFailed } from '../ui/LoadFailed';
import { LoadMore } from '../ui/LoadMore';
import { Page } from '../ui/Page';
import { SelectField } from '../ui/SelectField';
import { AccountDialog } from './AccountDialog';
import type { Person } from './people';
import { usePeople } from './usePeople';
import './accounts.css';

const ROLES = ['', 'student', 'teacher', 'admin'] as const;
const TYPING_PAUSE_MS = 200;

/** Everybody who can sign in, for the school's admins. */
export function AccountsPage() {
  const { t } = useI18n();
  const me = useMe();
  const [text, setText] = useState('');
  const [q, setQ] = useState('');
  const [role, setRole] = useState<Role | ''>('');
  const [dialog, setDialog] = useState<Person | 'new' | null>(null);
  const { people, more, state, error, loadMore, reload } = usePeople(q, role);

  useEffect(() => {
    const timer = setTimeout(() => setQ(text.trim()), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);

  return (
    <Page
      title={t('accounts.title')}
      lead={t('accounts.lead', { school: me.school.name })}
      actions={
        <Button look="main" icon="plus" onClick={() => setDialog('new')}>
          {t('accounts.new')}
        </Button>
      }
    >
      <div className="accounts-filter" role="search">
        <Field
          label={t('accounts.search')}
          type="search"
          value={text}
          onChange={event => setText(event.target.value)}
        />
        <SelectField
          label={t('accounts.role')}
          value={role}
          options={ROLES.map(value => ({ value, label: value === '' ? t('accounts.role.any') : t(`role.${value}`) }))}
          onChange={setRole}
        />
      </div>
      {people.length === 0 && state === 'loading' && <Loading />}
      {state === 'failed' && <LoadFailed error={error} onRetry={reload} />}
      {people.length === 0 && state === 'ready' && <p className="accounts-none">{t('accounts.none')}</p>}
      {people.length > 0 && (
        <ul className="list sheet">
          {people.map(person => (
            <li key={person.id} className="list-row">
              <Avatar id={person.id} name={person.display_name} />
              <span className="list-main">
                <span className="list-title from-people">{person.display_name}</span>
                <span className="list-note from-people">{person.username}</span>
              </span>
              {!person.active && <span className="chip chip-locked">{t('accounts.inactive')}</span>}
              {person.safeguarding_lead === true && <span className="chip chip-board">{t('accounts.lead.is')}</span>}
              <span className={person.role === 'student' ? 'chip' : 'chip chip-board'}>{t(`role.${person.role}`)}</span>
              <IconButton
                icon="gear"
                label={t('accounts.manage', { name: person.display_name })}
                onClick={() => setDialog(person)}
              />
            </li>
          ))}
        </ul>
      )}
      <LoadMore more={more} label={t('app.more')} failed={t('accounts.moreFailed')} onLoad={loadMore} />
      {dialog !== null && (
        <AccountDialog person={dialog === 'new' ? null : dialog} onClose={() => setDialog(null)} onSaved={reload} />
      )}
    </Page>
  );
}
