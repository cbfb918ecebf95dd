import { Icon } from '../ui/Icon';

export function GroupSign() {
  return (
    <span className="group-sign" aria-hidden="true">
      <Icon name="people" />
    </span>
  );
}
