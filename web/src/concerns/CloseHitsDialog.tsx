import { useCallback, useState, type SyntheticEvent } from 'react';
import { Problem, problemText } from '../http/problem';
import { useLoaded } from '../http/useLoaded';
import { useI18n } from '../i18n/i18n';
import { Dialog } from '../ui/Dialog';
import { DialogActions } from '../ui/DialogActions';
import { ErrorNote } from '../ui/ErrorNote';
import { Loading } from '../ui/Loading';
import { LoadFailed } from '../ui/LoadFailed';
import { useTell } from '../ui/toast';
import { ChoiceList } from './ChoiceList';
import { outcomeText, type Concern, type Outcome } from './concern';
import { decide, openHitsIn } from './concernsApi';
import { NoteField } from './NoteField';
import { isOnlyHitOf } from './hits';

interface CloseHitsDialogProps {
  readonly word: string;
  /** One of them, which says in which room. */
  readonly concern: Concern;
  /** Is given each of them as it is now. */
  readonly onChanged: (concern: Concern) => void;
  readonly onClose: () => void;
}

/** What only ends a concern; what does something to a message or a student is decided one by one. */
const OUTCOMES = ['nothing_to_do', 'talked_to_student'] as const satisfies readonly Outcome[];

/**
 * One decision for all open hits of a word in a room, kept for each of them, so that each can be opened again. What was
 * reported or holds another flagged word needs a look of its own, and is left as it is.
 */
export function CloseHitsDialog({ word, concern, onChanged, onClose }: CloseHitsDialogProps) {
  const { t } = useI18n();
  const tell = useTell();
  const { room, room_title } = concern;
  const { value, error, reload } = useLoaded(useCallback((signal: AbortSignal) => openHitsIn(room, signal), [room]));
  const [outcome, setOutcome] = useState<Outcome>('nothing_to_do');
  const [note, setNote] = useState('');
  const [done, setDone] = useState<number | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const ofWord = (value ?? []).filter(one => one.words.includes(word));
  const hits = ofWord.filter(one => isOnlyHitOf(word, one));
  const busy = done !== null;

  const closeAll = async (): Promise<void> => {
    let closed = 0;
    for (const [place, hit] of hits.entries()) {
      setDone(place);
      try {
        const said = note.trim();
        onChanged(await decide(hit.id, { outcome, ...(said !== '' && { note: said }), version: hit.version }));
        closed++;
      } catch (problem) {
        // What somebody else has just decided is closed as well, or has a reason not to be.
        if (!(problem instanceof Problem && problem.slug === 'decided-meanwhile')) throw problem;
      }
    }
    tell(t('concern.closeAll.done', { count: closed }));
    onClose();
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (busy || hits.length === 0) return;
    setFailure(null);
    closeAll().catch((problem: unknown) => {
      setFailure(t(problemText(problem)));
      setDone(null);
      reload();
    });
  };

  return (
    <Dialog title={t('concern.closeAll', { word })} onClose={onClose}>
      {value === null && (error === null ? <Loading /> : <LoadFailed error={error} onRetry={reload} />)}
      {value !== null && (
        <form className="form" onSubmit={submit} noValidate>
          <div>
            <p className="from-people">{t('concern.closeAll.help', { count: hits.length, room: room_title })}</p>
            {ofWord.length > hits.length && (
              <p>{t('concern.closeAll.others', { count: ofWord.length - hits.length })}</p>
            )}
          </div>
          <ChoiceList
            label={t('concern.outcome')}
            value={outcome}
            options={OUTCOMES.map(one => ({ value: one, label: t(outcomeText(one)) }))}
            onChange={setOutcome}
          />
          <NoteField value={note} onChange={setNote} />
          <ErrorNote text={failure} />
          <p role="status">{busy && t('concern.closeAll.progress', { done, all: hits.length })}</p>
          <DialogActions
            action={t('concern.closeAll.do', { count: hits.length })}
            busy={busy}
            disabled={hits.length === 0}
            onClose={onClose}
          />
        </form>
      )}
    </Dialog>
  );
}
