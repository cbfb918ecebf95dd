import type { RoomRole, RoomState } from '../live/protocol';

/** What somebody is to a room: also those who are not in it have their say there, the safeguarding lead among them. */
export type RoomAccess = RoomRole | 'safeguarding';

/** Whether they mark what is written there. */
export const marks = (role: RoomAccess | undefined): boolean => role === 'teacher' || role === 'admin';

/** Whether they remove messages there. */
export const keepsOrder = (role: RoomAccess | undefined): boolean => marks(role) || role === 'safeguarding';

/** A room as it stands in a list. */
export interface RoomSummary {
  readonly id: string;
  readonly title: string;
  readonly state: RoomState;
  readonly role: RoomAccess;
  readonly member_count: number;
  readonly last_message_at: string | null;
  readonly created_at: string;
  readonly guest?: boolean;
}

export interface RoomMember {
  readonly id: string;
  readonly display_name: string;
  readonly role: RoomRole;
  readonly muted: boolean;
  /** Only teachers are told usernames, and who was chosen singly. */
  readonly username?: string;
  readonly direct?: boolean;
}

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** A span of the week. One that does not end after it begins ends on the next day. */
export interface Span {
  readonly day: (typeof WEEKDAYS)[number];
  readonly from: string;
  readonly until: string;
}

/** When students may write. */
export interface RoomHours {
  readonly zone: string;
  readonly spans: readonly Span[];
}

/** A room as its members see it. */
export interface RoomDetail {
  readonly id: string;
  readonly title: string;
  readonly state: RoomState;
  readonly role: RoomRole;
  readonly guest: boolean;
  readonly created_at: string;
  readonly members: readonly RoomMember[];
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  /** Those who read the transcript without being members. */
  readonly overseers: readonly {
    readonly display_name: string;
    readonly admin: boolean;
    readonly safeguarding_lead: boolean;
  }[];
  /** How many seconds a student waits from one message to the next; 0 if they need not. */
  readonly slow_mode: number;
  readonly hours: RoomHours | null;
}
