import { useState, type SyntheticEvent } from 'react';
import { Problem, problemText } from '../http/problem';
import { useI18n } from '../i18n/i18n';
import type { PlainKey } from '../i18n/translate';
import { useMe } from '../session/session';
import { Dialog } from '../ui/Dialog';
import { DialogActions } from '../ui/DialogActions';
import { ErrorNote } from '../ui/ErrorNote';
import { useTell } from '../ui/toast';
import { ChoiceList } from './ChoiceList';
import { OUTCOMES, outcomeText, type Concern, type Outcome } from './concern';
import { decide, getConcern } from './concernsApi';
import { NoteField } from './NoteField';

interface DecisionDialogProps {
  readonly concern: Concern;
  /** Is given the concern as it is now, by this decision or by somebody else's. */
  readonly onChanged: (concern: Concern) => void;
  readonly onClose: () => void;
}

const helps: Partial<Record<Outcome, PlainKey>> = {
  message_removed: 'outcome.message_removed.help',
  student_muted: 'outcome.student_muted.help',
  passed_on: 'outcome.passed_on.help',
  reopened: 'outcome.reopened.help',
};

/** Refusals for which there are better words than for others of their status. */
const sentences: Partial<Record<string, PlainKey>> = {
  'decided-meanwhile': 'concern.decidedMeanwhile',
  'not-a-student': 'concern.notAStudent',
  'no-safeguarding-lead': 'concern.noLead',
  'message-gone': 'concern.gone',
};

export function DecisionDialog({ concern, onChanged, onClose }: DecisionDialogProps) {
  const { t } = useI18n();
  const me = useMe();
  const tell = useTell();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const possible = OUTCOMES.filter(
    one => (one !== 'reopened' || concern.state !== 'open') && (one !== 'passed_on' || me.safeguarding_lead !== true),
  );

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    if (outcome === null) return setError(t('concern.choose'));
    setBusy(true);
    setError(null);
    try {
      const decision = { outcome, ...(note.trim() !== '' && { note: note.trim() }), version: concern.version };
      onChanged(await decide(concern.id, decision));
      tell(t('concern.decided'));
      onClose();
    } catch (failure) {
      const slug = failure instanceof Problem ? failure.slug : '';
      setError(t(sentences[slug] ?? problemText(failure)));
      if (slug === 'decided-meanwhile') await getConcern(concern.id).then(onChanged, () => undefined);
      setBusy(false);
    }
    return undefined;
  };

  return (
    <Dialog title={t('concern.decide')} onClose={onClose}>
      <form className="form" onSubmit={event => void submit(event)} noValidate>
        <ChoiceList
          label={t('concern.outcome')}
          value={outcome}
          options={possible.map(value => {
            const help = helps[value];
            return { value, label: t(outcomeText(value)), help: help && t(help) };
          })}
          onChange={setOutcome}
        />
        <NoteField value={note} onChange={setNote} />
        <ErrorNote text={error} />
        <DialogActions action={t('app.save')} busy={busy} onClose={onClose} />
      </form>
    </Dialog>
  );
}
