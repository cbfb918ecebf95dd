import type { ReactNode } from 'react';
import { useI18n } from '../i18n/i18n';
import type { GroupDraft } from './peopleApi';
import { PeopleForm } from './PeopleForm';
import type { Selection } from './selection';

interface GroupFormProps {
  readonly name: string;
  readonly people: Selection;
  readonly action: string;
  readonly onSubmit: (draft: GroupDraft) => Promise<void>;
  readonly children?: ReactNode;
}

/** The form of a group, new or changed. */
export function GroupForm({ name, people, action, onSubmit, children }: GroupFormProps) {
  const { t } = useI18n();
  return (
    <PeopleForm
      name={name}
      who={people}
      texts={{
        name: t('groups.name'),
        nameHint: t('groups.name.hint'),
        nameMissing: t('groups.missingName'),
        who: t('groups.who'),
        submit: action,
      }}
      onSubmit={(written, who) => onSubmit({ name: written, members: who.people.map(person => person.id) })}
    >
      {children}
    </PeopleForm>
  );
}
