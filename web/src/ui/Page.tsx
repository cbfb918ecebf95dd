import { useEffect, useRef, type ReactNode } from 'react';

interface PageProps {
  readonly title: string;
  readonly lead?: string | undefined;
  readonly above?: ReactNode;
  readonly actions?: ReactNode;
  readonly wide?: boolean;
  /** Whether its head makes room for what moves in the page. */
  readonly compact?: boolean;
  readonly children: ReactNode;
}

/** A page with a heading. Coming here names the window and puts the focus on the heading, so that it is read aloud. */
export function Page({ title, lead, above, actions, wide = false, compact = false, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = `${title} · Homeroom`;
  }, [title]);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);

  return (
    <main id="main" className={['page', wide && 'page-wide', compact && 'page-compact'].filter(Boolean).join(' ')}>
      {above}
      <header className="page-head">
        <div>
          <h1 ref={heading} tabIndex={-1} className="from-people">
            {title}
          </h1>
          {lead !== undefined && <p className="page-lead">{lead}</p>}
        </div>
        {actions !== undefined && <div className="actions">{actions}</div>}
      </header>
      {children}
    </main>
  );
}
