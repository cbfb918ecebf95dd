import { useEffect, useRef, useState } from 'react';
import { problemText } from '../http/problem';
import { LanguageChoice } from '../i18n/LanguageChoice';
import { useI18n } from '../i18n/i18n';
import { forgetUnsavedMarking } from '../marking/unsaved';
import { countUnsent, forgetUnsent } from '../room/outboxStore';
import { roomsKeptFor } from '../rooms/roomsKept';
import { useAppearance } from '../ui/appearance';
import { Avatar } from '../ui/Avatar';
import { Button } from '../ui/Button';
import { Confirm } from '../ui/Confirm';
import { ErrorNote } from '../ui/ErrorNote';
import { Icon } from '../ui/Icon';
import { Segmented } from '../ui/Segmented';
import { PasswordDialog } from './PasswordDialog';
import { useMe, useSession } from './session';
import './account-menu.css';

/** Who I am here, how the pages look on this computer, and the way out. */
export function AccountMenu() {
  const { t } = useI18n();
  const me = useMe();
  const [open, setOpen] = useState(false);
  const [dialog, setDialog] = useState<'password' | 'signOut' | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const { signOut } = useSession();
  const [leaving, setLeaving] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const unsent = dialog === 'signOut' ? countUnsent(me.id) : 0;

  useEffect(() => {
    if (!open) return undefined;
    const pressedElsewhere = (event: PointerEvent): void => {
      if (event.target instanceof Node && box.current?.contains(event.target) === false) setOpen(false);
    };
    document.addEventListener('pointerdown', pressedElsewhere);
    return () => document.removeEventListener('pointerdown', pressedElsewhere);
  }, [open]);

  const leave = async (): Promise<void> => {
    await signOut();
    forgetUnsent(me.id);
    roomsKeptFor(me.id).forget();
    forgetUnsavedMarking(me.id);
  };
  const leaveOrSayWhyNot = (): void => {
    setLeaving(true);
    leave().catch((error: unknown) => {
      setLeaving(false);
      setRefusal(t('me.signOut.failed', { reason: t(problemText(error)) }));
    });
  };

  return (
    <div
      className="account-menu"
      ref={box}
      onKeyDown={event => {
        if (event.key !== 'Escape' || !open || dialog !== null) return;
        setOpen(false);
        button.current?.focus();
      }}
    >
      <button ref={button} type="button" className="account-button" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Avatar id={me.id} name={me.display_name} />
        <span className="visually-hidden">{t('me.menu')}</span>
        <span className="account-who">
          <span className="from-people">{me.display_name}</span>
          <small className="from-people">{me.school.name}</small>
        </span>
        <Icon name="chevron" />
      </button>
      {open && (
        <div className="account-panel">
          <p className="account-panel-who">
            <strong className="from-people">{me.display_name}</strong>
            <span className="from-people">
              {me.username} · {t(`role.${me.role}`)}
            </span>
          </p>
          <LanguageChoice />
          <AppearanceChoice />
          <div className="account-panel-ways">
            <Button look="quiet" icon="lock" onClick={() => setDialog('password')}>
              {t('me.password')}
            </Button>
            <Button
              look="quiet"
              icon="leave"
              busy={leaving}
              onClick={() => {
                setRefusal(null);
                if (countUnsent(me.id) > 0) setDialog('signOut');
                else leaveOrSayWhyNot();
              }}
            >
              {t('me.signOut')}
            </Button>
          </div>
          <ErrorNote text={refusal} />
        </div>
      )}
      {dialog === 'password' && <PasswordDialog onClose={() => setDialog(null)} />}
      {dialog === 'signOut' && (
        <Confirm
          title={t('me.signOut.unsent', { count: unsent })}
          help={t('me.signOut.unsent.help')}
          action={t('me.signOut.anyway')}
          onConfirm={leave}
          onClose={() => setDialog(null)}
        />
      )}
    </div>
  );
}

function AppearanceChoice() {
  const { t } = useI18n();
  const [{ theme, textSize }, change] = useAppearance();
  return (
    <>
      <Segmented
        label={t('me.theme')}
        value={theme}
        options={(['system', 'light', 'dark'] as const).map(value => ({ value, label: t(`me.theme.${value}`) }))}
        onChange={value => change({ theme: value })}
      />
      <Segmented
        label={t('me.textSize')}
        value={textSize}
        options={(['normal', 'large', 'projector'] as const).map(value => ({
          value,
          label: t(`me.textSize.${value}`),
        }))}
        onChange={value => change({ textSize: value })}
      />
    </>
  );
}
