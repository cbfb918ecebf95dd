interface FigureBarProps {
  readonly value: number;
  readonly median: number;
  readonly most: number;
}

/** A figure as a length, with a mark where the median is. It repeats what a number says, so it is silent. */
export function FigureBar({ value, median, most }: FigureBarProps) {
  const percent = (part: number): string => `${most === 0 ? 0 : (part / most) * 100}%`;
  return (
    <span className="figure-bar" aria-hidden="true">
      <i style={{ width: percent(value) }} />
      <b style={{ left: percent(median) }} />
    </span>
  );
}
