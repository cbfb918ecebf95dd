import { useI18n } from '../i18n/i18n';
import { Button } from './Button';

interface DialogActionsProps {
  /** What the dialog is for. */
  readonly action: string;
  readonly look?: 'main' | 'danger';
  readonly busy?: boolean;
  readonly disabled?: boolean;
  /** Left out where the dialog is a form, which this sends. */
  readonly onAct?: () => void;
  readonly onClose: () => void;
}

/** The buttons at the end of a dialog: away from it, or on with it. */
export function DialogActions(props: DialogActionsProps) {
  const { action, look = 'main', busy = false, disabled = false, onAct, onClose } = props;
  const { t } = useI18n();
  return (
    <div className="actions actions-end">
      <Button look="quiet" onClick={onClose}>
        {t('app.cancel')}
      </Button>
      <Button
        look={look}
        type={onAct === undefined ? 'submit' : 'button'}
        busy={busy}
        disabled={disabled}
        {...(onAct !== undefined && { onClick: onAct })}
      >
        {action}
      </Button>
    </div>
  );
}
