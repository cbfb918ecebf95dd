/** One thing kept on this computer. Where storage is switched off or full, it is forgotten and nothing breaks. */
export interface Kept<T> {
  readonly read: () => T | null;
  readonly write: (value: T) => void;
  readonly forget: () => void;
}

export function kept<T>(key: string, isRight: (value: unknown) => boolean): Kept<T> {
  return {
    read: () => {
      try {
        const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
        return value !== null && isRight(value) ? (value as T) : null;
      } catch {
        return null;
      }
    },
    write: value => {
      try {
        localStorage.setItem(key, JSON.stringify(value));
      } catch {
        // Full or switched off.
      }
    },
    forget: () => {
      try {
        localStorage.removeItem(key);
      } catch {
        // Switched off.
      }
    },
  };
}
