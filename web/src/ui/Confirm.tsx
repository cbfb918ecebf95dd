import { useState } from 'react';
import { problemText } from '../http/problem';
import { useI18n } from '../i18n/i18n';
import { Dialog } from './Dialog';
import { DialogActions } from './DialogActions';
import { ErrorNote } from './ErrorNote';

interface ConfirmProps {
  readonly title: string;
  readonly help: string;
  readonly action: string;
  /** What is done may be a good thing that only cannot be undone. */
  readonly look?: 'main' | 'danger';
  /** May take its time and may fail; the dialog stays until it is done. */
  readonly onConfirm: () => Promise<unknown>;
  readonly onClose: () => void;
}

/** Asks before something that cannot be undone. */
export function Confirm({ title, help, action, look = 'danger', onConfirm, onClose }: ConfirmProps) {
  const { t } = useI18n();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const confirm = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await onConfirm();
      onClose();
    } catch (failure) {
      setError(t(problemText(failure)));
      setBusy(false);
    }
  };

  return (
    <Dialog title={title} onClose={onClose}>
      <p className="from-people">{help}</p>
      <ErrorNote text={error} />
      <DialogActions action={action} busy={busy} look={look} onAct={() => void confirm()} onClose={onClose} />
    </Dialog>
  );
}
