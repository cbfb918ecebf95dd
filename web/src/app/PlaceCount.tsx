interface PlaceCountProps {
  readonly count: number;
  /** What is counted, for those who do not see where the number stands. */
  readonly of: string;
}

/** How many wait at a place of the navigation; nothing where none do. */
export function PlaceCount({ count, of }: PlaceCountProps) {
  if (count === 0) return null;
  return (
    <span className="place-count">
      {count}
      <span className="visually-hidden"> {of}</span>
    </span>
  );
}
