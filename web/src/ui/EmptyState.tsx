import type { ReactNode } from 'react';
import { Desks } from './Desks';

interface EmptyStateProps {
  readonly title: string;
  readonly help?: string | undefined;
  /** Whether it is all that a page says. */
  readonly wholePage?: boolean;
  readonly children?: ReactNode;
}

/** Says why there is nothing, and what to do about it. */
export function EmptyState({ title, help, wholePage = false, children }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <Desks />
      {wholePage ? <h1>{title}</h1> : <h2>{title}</h2>}
      {help !== undefined && <p>{help}</p>}
      {children !== undefined && <div className="actions">{children}</div>}
    </div>
  );
}
