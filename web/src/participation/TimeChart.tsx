import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useI18n } from '../i18n/i18n';
import { Segmented } from '../ui/Segmented';
import type { Bar, Bars } from './bars';
import { labelOf } from './barLabel';

const HEIGHT = 100;
/** How much of its place a bar takes; where there are few, how much of the chart. */
const WIDEST = 0.76;
const FEW = 0.06;
const MEASURES = ['messages', 'words'] as const;

type Measure = (typeof MEASURES)[number];

/** How much was written when: bars to point at or to walk along with the arrow keys, and the same as a table. */
export function TimeChart({ title, bars: { unit, bars } }: { title: string; bars: Bars }) {
  const { t, language } = useI18n();
  const [measure, setMeasure] = useState<Measure>('messages');
  const [chosen, setChosen] = useState<number | null>(null);
  const at = chosen === null ? null : Math.min(chosen, bars.length - 1);
  const most = Math.max(1, ...bars.map(bar => bar[measure]));
  const top = roundUp(most);
  const width = Math.min(WIDEST, bars.length * FEW);
  const said = (bar: Bar): string =>
    t('participation.bar', {
      when: labelOf(language, t, unit, bar.start),
      what: t(`participation.${measure}.count`, { count: bar[measure] }),
    });
  const current = at === null ? undefined : bars[at];

  const [first] = bars;
  if (first === undefined) return null;

  const onKeyDown = (event: KeyboardEvent): void => {
    const next = nextOf(event.key, at ?? 0, bars.length - 1);
    if (next === null) return;
    event.preventDefault();
    setChosen(next);
  };
  const onPointer = (event: PointerEvent<HTMLDivElement>): void => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    setChosen(Math.max(0, Math.min(bars.length - 1, Math.floor(((event.clientX - left) / width) * bars.length))));
  };

  return (
    <figure className="time-chart sheet">
      <figcaption className="time-chart-head">
        <h2>{title}</h2>
        <Segmented
          label={t('participation.measure')}
          value={measure}
          options={MEASURES.map(value => ({ value, label: t(`participation.${value}`) }))}
          onChange={setMeasure}
        />
      </figcaption>
      <div className="time-chart-plot">
        <span className="time-chart-scale" aria-hidden="true">
          <span>{new Intl.NumberFormat(language).format(top)}</span>
          <span>{new Intl.NumberFormat(language).format(top / 2)}</span>
          <span>0</span>
        </span>
        <div
          className="time-chart-bars"
          role="slider"
          tabIndex={0}
          aria-label={t('participation.walk', { title })}
          aria-valuemin={0}
          aria-valuemax={bars.length - 1}
          aria-valuenow={at ?? 0}
          aria-valuetext={said(current ?? first)}
          onKeyDown={onKeyDown}
          onPointerMove={onPointer}
          onPointerDown={onPointer}
          onPointerLeave={() => setChosen(null)}
        >
          <svg viewBox={`0 0 ${bars.length} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
            <title>{title}</title>
            <desc>{t('participation.chart.help')}</desc>
            {bars.map((bar, index) => (
              <rect
                key={bar.start.getTime()}
                className={index === at ? 'bar bar-chosen' : 'bar'}
                x={index + (1 - width) / 2}
                width={width}
                y={HEIGHT - (bar[measure] / top) * HEIGHT}
                height={(bar[measure] / top) * HEIGHT}
              />
            ))}
          </svg>
        </div>
        <span className={bars.length < 3 ? 'time-chart-times time-chart-few' : 'time-chart-times'} aria-hidden="true">
          {marksOf(bars).map(bar => (
            <span key={bar.start.getTime()}>{labelOf(language, t, unit, bar.start, true)}</span>
          ))}
        </span>
      </div>
      <p className="time-chart-said">{current === undefined ? t('participation.chart.help') : said(current)}</p>
      <details className="time-chart-table">
        <summary>{t('participation.asTable')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t(`participation.unit.${unit}`)}</th>
              {MEASURES.map(each => (
                <th key={each} scope="col">
                  {t(`participation.${each}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {bars
              .filter(bar => bar.messages > 0)
              .map(bar => (
                <tr key={bar.start.getTime()}>
                  <th scope="row">{labelOf(language, t, unit, bar.start)}</th>
                  {MEASURES.map(each => (
                    <td key={each}>{new Intl.NumberFormat(language).format(bar[each])}</td>
                  ))}
                </tr>
              ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

/** The first, the one in the middle and the last. */
const marksOf = (bars: readonly Bar[]): readonly Bar[] =>
  bars.length < 3 ? bars : bars.filter((_, at) => [0, Math.floor((bars.length - 1) / 2), bars.length - 1].includes(at));

function nextOf(key: string, at: number, last: number): number | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(0, at - 1);
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(last, at + 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

/** To a number whose half is easy to read. */
function roundUp(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  const step = [1, 2, 4, 6, 10].find(each => most <= each * power) ?? 10;
  return Math.max(2, step * power);
}
