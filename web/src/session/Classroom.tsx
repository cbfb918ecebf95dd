const COLUMNS = 6;
const ROWS = 5;
const PITCH = 64;
const SIZE = 44;

const COLOURS = ['#ffd35c', '#8ecbff', '#f3a6d0', '#ffb27a', '#9fe0c4', '#c9b8ff'];

/** Who sits where, seen from above: seat number → colour. */
const SEATED = new Map([3, 7, 8, 12, 16, 19, 22, 27].map((seat, index) => [seat, COLOURS[index % COLOURS.length]]));
const SPEAKING = new Map([
  [8, 34],
  [19, 46],
  [22, 26],
]);

/** A classroom drawn with chalk: the desks, some taken, and here and there somebody who speaks. */
export function Classroom() {
  const seats = Array.from({ length: COLUMNS * ROWS }, (_, seat) => ({
    seat,
    x: (seat % COLUMNS) * PITCH + 8,
    y: Math.floor(seat / COLUMNS) * PITCH + 8,
  }));
  return (
    <svg className="classroom" viewBox={`0 0 ${COLUMNS * PITCH} ${ROWS * PITCH}`} aria-hidden="true" focusable="false">
      {seats.map(({ seat, x, y }) => {
        const colour = SEATED.get(seat);
        return (
          <rect
            key={seat}
            x={x}
            y={y}
            width={SIZE}
            height={SIZE}
            rx="12"
            className={colour === undefined ? 'classroom-desk' : undefined}
            fill={colour}
          />
        );
      })}
      {seats.map(({ seat, x, y }) => {
        const words = SPEAKING.get(seat);
        return words === undefined ? null : <Speech key={seat} x={x + SIZE - 10} y={y - 22} words={words} />;
      })}
    </svg>
  );
}

function Speech({ x, y, words }: { x: number; y: number; words: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <path
        className="classroom-speech"
        d={`M8 0h${words + 12}a8 8 0 0 1 8 8v14a8 8 0 0 1-8 8H14l-9 7v-9a8 8 0 0 1-5-6V8a8 8 0 0 1 8-8z`}
      />
      <path className="classroom-words" d={`M11 11h${words}M11 19h${words * 0.62}`} />
    </g>
  );
}
