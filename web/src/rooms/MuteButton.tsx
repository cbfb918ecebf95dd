import { useState } from 'react';
import { useI18n } from '../i18n/i18n';
import { Button } from '../ui/Button';
import { muteMember } from './roomsApi';

interface MuteButtonProps {
  readonly room: string;
  readonly member: { readonly id: string; readonly display_name: string; readonly muted: boolean };
  readonly onChanged: () => void;
  readonly onFailed: (error: unknown) => void;
}

/** Takes the word from somebody in one room, or gives it back. */
export function MuteButton({ room, member, onChanged, onFailed }: MuteButtonProps) {
  const { t } = useI18n();
  const [busy, setBusy] = useState(false);
  const name = member.display_name;

  const press = async (): Promise<void> => {
    setBusy(true);
    try {
      await muteMember(room, member.id, !member.muted);
      onChanged();
    } catch (error) {
      onFailed(error);
    }
    setBusy(false);
  };

  return (
    <Button
      look={member.muted ? 'plain' : 'quiet'}
      icon="mute"
      busy={busy}
      aria-pressed={member.muted}
      aria-label={t(member.muted ? 'edit.unmute.of' : 'edit.mute.of', { name })}
      onClick={() => void press()}
    >
      {t(member.muted ? 'edit.muted' : 'edit.mute')}
    </Button>
  );
}
