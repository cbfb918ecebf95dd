/** In characters as the server counts them: code points, without white space around. */
export const MAX_MESSAGE_LENGTH = 4000;

export const messageLength = (text: string): number => Array.from(text.trim()).length;
