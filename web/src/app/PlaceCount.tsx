interface PlaceCountProps {
  readonly count: number;
  /** Whether there are more than could be counted. */
  readonly more?: boolean;
  /** What is counted, for those who do not see where the number stands. */
  readonly of: string;
}

/** How many wait at a place of the navigation; nothing where none do. */
export function PlaceCount({ count, more = false, of }: PlaceCountProps) {
  if (count === 0) return null;
  return (
    <span className="place-count">
      {count}
      {more && '+'}
      <span className="visually-hidden"> {of}</span>
    </span>
  );
}
