import { useState } from 'react';
import { Problem, problemText } from '../http/problem';
import { useI18n } from '../i18n/i18n';
import type { PlainKey } from '../i18n/translate';
import { useTell } from '../ui/toast';
import type { Mark } from './marking';
import { deleteMark, releaseMark, withdrawMark } from './markingApi';

export interface MarkActions {
  readonly busy: boolean;
  readonly release: (mark: Mark) => Promise<void>;
  readonly withdraw: (mark: Mark) => Promise<void>;
  readonly remove: (mark: Mark) => Promise<void>;
}

/** What can be done with a comment or a grade as it is. Whatever comes of it, the newest is shown afterwards. */
export function useMarkActions(room: string, onChanged: () => void): MarkActions {
  const { t } = useI18n();
  const tell = useTell();
  const [busy, setBusy] = useState(false);

  const act = async (how: () => Promise<unknown>, done: PlainKey): Promise<void> => {
    setBusy(true);
    try {
      await how();
      tell(t(done));
    } catch (error) {
      tell(t(sentence(error)));
    }
    onChanged();
    setBusy(false);
  };

  return {
    busy,
    release: mark => act(() => releaseMark(room, mark), 'mark.released.done'),
    withdraw: mark => act(() => withdrawMark(room, mark), 'mark.withdrawn.done'),
    remove: mark => act(() => deleteMark(room, mark), 'mark.deleted'),
  };
}

function sentence(error: unknown): PlainKey {
  if (!(error instanceof Problem)) return problemText(error);
  switch (error.slug) {
    case 'changed-meanwhile':
      return 'mark.changedMeanwhile';
    case 'answered-meanwhile':
      return 'mark.answeredMeanwhile';
    default:
      return problemText(error);
  }
}
