import { Icon } from './Icon';

/** What went wrong with what somebody just did; read aloud when it appears. */
export function ErrorNote({ text }: { text: string | null }) {
  return (
    <div role="alert">
      {text !== null && (
        <p className="error-note">
          <Icon name="warning" />
          <span>{text}</span>
        </p>
      )}
    </div>
  );
}
