import { useState, type SyntheticEvent } from 'react';
import { Problem, problemText } from '../http/problem';
import { useI18n } from '../i18n/i18n';
import { Dialog } from '../ui/Dialog';
import { DialogActions } from '../ui/DialogActions';
import { ErrorNote } from '../ui/ErrorNote';
import { Field } from '../ui/Field';
import { useTell } from '../ui/toast';
import { ChoiceList } from './ChoiceList';
import { REASONS, reasonText, type Reason } from './concern';
import { reportMessage } from './concernsApi';
import './concerns.css';

interface ReportDialogProps {
  readonly room: string;
  readonly message: string;
  readonly author: string;
  readonly onClose: () => void;
}

const LONGEST_NOTE = 500;

/** Tells the teachers of a room, and not the class, that something is wrong with a message. */
export function ReportDialog({ room, message, author, onClose }: ReportDialogProps) {
  const { t } = useI18n();
  const tell = useTell();
  const [reason, setReason] = useState<Reason | null>(null);
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    if (reason === null) return setError(t('report.choose'));
    setBusy(true);
    setError(null);
    try {
      await reportMessage(room, message, { reason, ...(note.trim() !== '' && { note: note.trim() }) });
      tell(t('report.received'));
      onClose();
    } catch (failure) {
      const tooMany = failure instanceof Problem && failure.slug === 'too-many-reports';
      setError(t(tooMany ? 'report.tooMany' : problemText(failure)));
      setBusy(false);
    }
    return undefined;
  };

  return (
    <Dialog title={t('report.title')} onClose={onClose}>
      <form className="form" onSubmit={event => void submit(event)} noValidate>
        <p className="from-people">{t('report.help', { name: author })}</p>
        <ChoiceList
          label={t('report.reason')}
          value={reason}
          options={REASONS.map(value => ({ value, label: t(reasonText(value)) }))}
          onChange={setReason}
        />
        <Field
          label={t('report.note')}
          maxLength={LONGEST_NOTE}
          autoComplete="off"
          value={note}
          onChange={event => setNote(event.target.value)}
        />
        <ErrorNote text={error} />
        <DialogActions action={t('report.send')} busy={busy} onClose={onClose} />
      </form>
    </Dialog>
  );
}
