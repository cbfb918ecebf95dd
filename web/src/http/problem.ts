import type { PlainKey } from '../i18n/translate';

export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** What the API says when it did not do what it was asked (RFC 9457), or that it could not be reached (status 0). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    /** The last part of the problem's type, such as `wrong-credentials`. */
    readonly slug: string,
    readonly detail: string,
    readonly errors: readonly FieldError[] = [],
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(slug);
    this.name = 'Problem';
  }

  /** Whether the same request may succeed later. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

/** The sentence for a person, in their language; the server's own detail is for developers. */
export function problemText(error: unknown): PlainKey {
  if (!(error instanceof Problem)) return 'error.unexpected';
  switch (error.status) {
    case 0:
      return 'error.offline';
    case 400:
    case 422:
      return 'error.invalid';
    case 403:
      return 'error.forbidden';
    case 404:
      return 'error.notFound';
    case 409:
      return 'error.conflict';
    default:
      return error.passing ? 'error.unavailable' : 'error.unexpected';
  }
}
