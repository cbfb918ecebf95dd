export type Role = 'teacher' | 'student' | 'admin';

/** Who is signed in. */
export interface Me {
  readonly id: string;
  readonly username: string;
  readonly display_name: string;
  readonly role: Role;
  /** Whether the school has them look after its students’ safety: they read all of its rooms. */
  readonly safeguarding_lead?: boolean;
  readonly school: { readonly id: string; readonly name: string };
}

export const teaches = (me: Me): boolean => me.role === 'teacher' || me.role === 'admin';

export const seesWholeSchool = (me: Me): boolean => me.role === 'admin' || me.safeguarding_lead === true;
