import { en } from './en';
import type { Message } from './message';
import { zh } from './zh';

export type MessageKey = keyof typeof en;

export type Language = 'en' | 'zh-CN';

/** Each language as it calls itself. */
export const LANGUAGES: readonly { readonly code: Language; readonly name: string }[] = [
  { code: 'en', name: 'English' },
  { code: 'zh-CN', name: '简体中文' },
];

export const catalogues: Record<Language, Record<MessageKey, Message>> = { en, 'zh-CN': zh };
