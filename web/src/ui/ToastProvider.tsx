import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { Icon } from './Icon';
import { ToastContext } from './toast';

const SHOWN_MS = 5_000;

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toast, setToast] = useState<{ text: string } | null>(null);
  const tell = useCallback((text: string) => setToast({ text }), []);

  useEffect(() => {
    if (toast === null) return undefined;
    const timer = setTimeout(() => setToast(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [toast]);

  return (
    <ToastContext value={tell}>
      {children}
      <div className="toasts" role="status">
        {toast !== null && (
          <p className="toast">
            <Icon name="check" />
            <span className="from-people">{toast.text}</span>
          </p>
        )}
      </div>
    </ToastContext>
  );
}
