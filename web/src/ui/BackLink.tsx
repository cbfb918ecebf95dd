import { Link } from '../routing/Link';
import { Icon } from './Icon';

export function BackLink({ to, children }: { to: string; children: string }) {
  return (
    <Link to={to} className="back-link">
      <Icon name="back" />
      <span className="from-people">{children}</span>
    </Link>
  );
}
