import { I18nProvider } from '../i18n/I18nProvider';
import { SessionProvider } from '../session/SessionProvider';
import { ToastProvider } from '../ui/ToastProvider';
import { CrashGuard } from './CrashGuard';
import { Gate } from './Gate';

export function App() {
  return (
    <I18nProvider>
      <CrashGuard>
        <SessionProvider>
          <ToastProvider>
            <Gate />
          </ToastProvider>
        </SessionProvider>
      </CrashGuard>
    </I18nProvider>
  );
}
