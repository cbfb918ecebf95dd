import { useEffect, useId, useRef, useState, type SyntheticEvent, type KeyboardEvent } from 'react';
import { useI18n } from '../i18n/i18n';
import type { RoomState } from '../live/protocol';
import { kept } from '../ui/kept';
import { Icon } from '../ui/Icon';
import { MAX_MESSAGE_LENGTH, messageLength } from './messageLength';
import type { OpenHours } from './roomView';
import { silenced } from './silenced';
import { soon } from './soon';
import { useCountdown } from './useCountdown';

const WORTH_COUNTING = 300;

interface ComposerProps {
  readonly room: string;
  readonly account: string;
  readonly title: string;
  readonly state: RoomState;
  readonly teaches: boolean;
  readonly muted: boolean;
  readonly hours?: OpenHours | null;
  /** In slow mode, when one may write again. */
  readonly mayWriteAt?: number;
  readonly onSend: (text: string) => void;
}

/** Where one writes. What is begun here is kept until it is sent, also over a reload. */
export function Composer(props: ComposerProps) {
  const { t, language } = useI18n();
  const { hours = null } = props;
  const reason = silenced({ ...props, hours });
  const opensAt = hours?.changesAt ?? null;
  if (reason !== null) {
    return (
      <p className="composer-silenced" role="status">
        <Icon name="lock" />
        {reason === 'composer.notOpen' && opensAt !== null
          ? t('composer.opens', { time: soon(language, opensAt) })
          : t(reason)}
      </p>
    );
  }
  return <WritingPlace {...props} />;
}

function WritingPlace({ room, account, title, state, teaches, mayWriteAt = 0, onSend }: ComposerProps) {
  const { t } = useI18n();
  const draft = kept<string>(`homeroom.unsent.${account}.draft-${room}`, value => typeof value === 'string');
  const [text, setText] = useState(() => draft.read() ?? '');
  const area = useRef<HTMLTextAreaElement>(null);
  const hint = useId();
  const left = MAX_MESSAGE_LENGTH - messageLength(text);
  const wait = useCountdown(mayWriteAt);
  const sendable = text.trim() !== '' && left >= 0 && wait === 0;

  useEffect(() => {
    if (window.matchMedia('(hover: hover)').matches) area.current?.focus();
  }, []);
  useEffect(() => {
    // Where the browser cannot size a field by its content, it is measured.
    const element = area.current;
    if (element === null || CSS.supports('field-sizing', 'content')) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight + 2}px`;
  }, [text]);

  const write = (next: string): void => {
    setText(next);
    if (next === '') draft.forget();
    else draft.write(next);
  };
  const send = (): void => {
    if (!sendable) return;
    onSend(text);
    write('');
  };
  const pressed = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.key !== 'Enter' || event.shiftKey || isComposing(event) || onlyTouch()) return;
    event.preventDefault();
    send();
  };
  const submitted = (event: SyntheticEvent): void => {
    event.preventDefault();
    send();
    area.current?.focus();
  };

  return (
    <form className="composer" onSubmit={submitted}>
      {state === 'locked' && teaches && <p className="composer-note">{t('composer.lockedTeacher')}</p>}
      <div className="composer-box">
        <textarea
          ref={area}
          rows={1}
          aria-label={t('composer.label', { room: title })}
          aria-describedby={hint}
          aria-invalid={left < 0 || undefined}
          placeholder={t('composer.placeholder', { room: title })}
          enterKeyHint="enter"
          dir="auto"
          value={text}
          onChange={event => write(event.target.value)}
          onKeyDown={pressed}
        />
        <button type="submit" className="composer-send" aria-disabled={!sendable} title={t('composer.send')}>
          <Icon name="send" />
          <span>{t('composer.send')}</span>
        </button>
      </div>
      <div className="composer-foot" id={hint}>
        <span className="composer-hint">{t('composer.hint')}</span>
        {!teaches && (
          <span className="composer-watched">
            <Icon name="eye" />
            {t('room.watched')}
          </span>
        )}
        {wait > 0 && (
          <span className="composer-wait" role="timer">
            <Icon name="clock" />
            {t('composer.wait', { count: wait })}
          </span>
        )}
        {left <= WORTH_COUNTING && (
          <span className={left < 0 ? 'composer-left composer-over' : 'composer-left'} role="status">
            {left < 0 ? t('composer.over', { count: -left }) : t('composer.left', { count: left })}
          </span>
        )}
      </div>
    </form>
  );
}

/** Enter also ends the choice of a character while one writes Chinese; that is no sending. Safari only tells by 229. */
// eslint-disable-next-line @typescript-eslint/no-deprecated
const isComposing = (event: KeyboardEvent): boolean => event.nativeEvent.isComposing || event.keyCode === 229;

/** A phone's keyboard has no Shift + Enter, so there Enter starts a new line. */
const onlyTouch = (): boolean => window.matchMedia('(hover: none) and (pointer: coarse)').matches;
