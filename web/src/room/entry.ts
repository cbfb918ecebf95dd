/** One line of a room's log, as the archive and the live connection both tell it. */
export interface Entry {
  readonly kind: 'message' | 'entered' | 'left';
  /** The message's id; for comings and goings the cursor, since live ones carry no id. */
  readonly id: string;
  readonly userId: string;
  readonly username: string;
  /** What was written; null where it was removed, and for comings and goings. */
  readonly text: string | null;
  readonly removed: boolean;
  readonly sentAt: string;
  /** Everything up to and including this entry has been seen. Opaque: it cannot be compared. */
  readonly cursor: string;
}

/** An entry as the HTTP API writes it. */
export interface ArchivedEntry {
  readonly kind: Entry['kind'];
  readonly id: string;
  readonly user_id: string;
  readonly username: string;
  readonly message: string | null;
  readonly removed: boolean;
  readonly sent_at: string;
  readonly cursor: string;
}

/** A page of the archive, oldest entry first. */
export interface ArchivePage {
  readonly items: readonly ArchivedEntry[];
  /** Where the page further back ends; null at the room's beginning. */
  readonly before: string | null;
  /** Whether the archive had stored everything up to the cursor that was asked for. */
  readonly complete: boolean;
}

export function fromArchive(archived: ArchivedEntry): Entry {
  return {
    kind: archived.kind,
    id: archived.kind === 'message' ? archived.id : archived.cursor,
    userId: archived.user_id,
    username: archived.username,
    text: archived.removed ? null : archived.message,
    removed: archived.removed,
    sentAt: archived.sent_at,
    cursor: archived.cursor,
  };
}
