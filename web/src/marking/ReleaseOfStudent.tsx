import { useState } from 'react';
import { problemText } from '../http/problem';
import { useI18n } from '../i18n/i18n';
import { Button } from '../ui/Button';
import { useTell } from '../ui/toast';
import { isUnreleased, marksOf, type StudentMarking } from './marking';
import { releaseAll } from './markingApi';

interface ReleaseOfStudentProps {
  readonly room: string;
  readonly marking: StudentMarking;
  readonly onReleased: () => void;
}

/** Releases all drafts of one student, where there are several; one has a button of its own. */
export function ReleaseOfStudent({ room, marking, onReleased }: ReleaseOfStudentProps) {
  const { t } = useI18n();
  const tell = useTell();
  const [busy, setBusy] = useState(false);
  const drafts = marksOf(marking).filter(isUnreleased);
  if (drafts.length < 2) return null;
  const release = async (): Promise<void> => {
    setBusy(true);
    await releaseAll(room, drafts).then(
      ({ left_out: { length: count } }) => tell(t(count === 0 ? 'mark.released.done' : 'mark.changedMeanwhile')),
      (error: unknown) => tell(t(problemText(error))),
    );
    setBusy(false);
    onReleased();
  };
  return (
    <Button icon="send" busy={busy} onClick={() => void release()}>
      {t('marking.releaseStudent', { count: drafts.length })}
    </Button>
  );
}
