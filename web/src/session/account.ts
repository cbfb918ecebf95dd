export type Role = 'teacher' | 'student' | 'admin';

/** Who is signed in. */
export interface Me {
  readonly id: string;
  readonly username: string;
  readonly display_name: string;
  readonly role: Role;
  readonly school: { readonly id: string; readonly name: string };
}

export const teaches = (me: Me): boolean => me.role === 'teacher' || me.role === 'admin';
