import type { ReactNode } from 'react';
import { useI18n } from '../i18n/i18n';
import { PeopleForm } from '../people/PeopleForm';
import type { Selection } from '../people/selection';
import { useMe } from '../session/session';
import type { RoomDraft } from './roomsApi';

interface RoomFormProps {
  readonly title: string;
  readonly who: Selection;
  readonly hint?: string;
  readonly submitLabel: string;
  readonly onSubmit: (draft: RoomDraft) => Promise<void>;
  readonly children?: ReactNode;
}

/** The form of a room, new or changed. */
export function RoomForm({ title, who, hint, submitLabel, onSubmit, children }: RoomFormProps) {
  const { t } = useI18n();
  const me = useMe();
  return (
    <PeopleForm
      name={title}
      who={who}
      texts={{
        name: t('edit.name'),
        nameHint: hint,
        nameMissing: t('edit.missingTitle'),
        who: t('edit.who'),
        whoHint: t('edit.who.hint'),
        submit: submitLabel,
      }}
      withGroups
      always={me.id}
      onSubmit={(written, chosen) =>
        onSubmit({
          title: written,
          members: chosen.people.map(person => person.id),
          groups: chosen.groups.map(group => group.id),
        })
      }
    >
      {children}
    </PeopleForm>
  );
}
