import type { RoomRole, RoomState } from '../live/protocol';

/** A room as it stands in a list. */
export interface RoomSummary {
  readonly id: string;
  readonly title: string;
  readonly state: RoomState;
  readonly role: RoomRole;
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
}
