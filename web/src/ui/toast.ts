import { createContext, use } from 'react';

/** Says in a corner that something is done, for a few seconds and to screen readers. */
export type Tell = (text: string) => void;

export const ToastContext = createContext<Tell>(() => undefined);

export const useTell = (): Tell => use(ToastContext);
