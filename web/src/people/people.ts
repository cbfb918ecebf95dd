import type { Role } from '../session/account';

export interface Person {
  readonly id: string;
  readonly username: string;
  readonly display_name: string;
  readonly role: Role;
  readonly active: boolean;
  readonly safeguarding_lead?: boolean;
}

export interface Group {
  readonly id: string;
  readonly name: string;
  readonly members: readonly { readonly id: string; readonly username: string; readonly display_name: string }[];
}
