import { Link } from '../routing/Link';
import { Icon, type IconName } from './Icon';

interface ButtonLinkProps {
  readonly to: string;
  readonly look?: 'main' | 'plain' | 'quiet';
  readonly icon?: IconName;
  readonly children: string;
}

export function ButtonLink({ to, look = 'plain', icon, children }: ButtonLinkProps) {
  return (
    <Link to={to} className={`button button-${look}`}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}
