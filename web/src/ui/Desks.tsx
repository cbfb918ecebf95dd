const DESKS = [0, 1, 2, 3, 4].flatMap(column => [0, 1].map(row => ({ column, row })));
const TAKEN = 3;

/** Two rows of empty desks, and one that somebody is just about to take. */
export function Desks() {
  return (
    <svg className="desks" viewBox="0 0 150 60" aria-hidden="true" focusable="false">
      {DESKS.map(({ column, row }, index) => (
        <rect
          key={`${column}-${row}`}
          className={index === TAKEN ? 'desk-taken' : 'desk'}
          x={4 + column * 30}
          y={4 + row * 30}
          width="22"
          height="22"
          rx="6"
        />
      ))}
    </svg>
  );
}
