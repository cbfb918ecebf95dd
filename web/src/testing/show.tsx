import { render, type RenderResult } from '@testing-library/react';
import type { ReactNode } from 'react';
import { I18nProvider } from '../i18n/I18nProvider';
import { ToastProvider } from '../ui/ToastProvider';

/** Draws something in English, with what every page stands on. */
export const show = (children: ReactNode): RenderResult =>
  render(
    <I18nProvider initial="en">
      <ToastProvider>{children}</ToastProvider>
    </I18nProvider>,
  );
