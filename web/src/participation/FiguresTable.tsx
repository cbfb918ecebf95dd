import { useState } from 'react';
import { query } from '../http/api';
import type { Language } from '../i18n/catalogues';
import { useI18n } from '../i18n/i18n';
import { Link } from '../routing/Link';
import { participantPath, studentPath, transcriptPath } from '../routing/route';
import { Avatar } from '../ui/Avatar';
import { Icon } from '../ui/Icon';
import { FigureBar } from './FigureBar';
import { written } from './numbers';
import { COMPARED, isCompared, type Line, type Median } from './participation';
import type { Scope } from './scope';
import { sorted, type Column, type Order } from './sorting';

interface FiguresTableProps {
  readonly room: string;
  /** Whether whoever looks marks what is written in the room. */
  readonly marking: boolean;
  readonly lines: readonly Line[];
  readonly median: Median;
  readonly scope: Scope;
}

const COLUMNS: readonly Column[] = ['name', ...COMPARED, 'first_at', 'last_at', 'removed'];

/** Everybody with their figures, in the order of whichever is wanted. Teachers stand below: nobody is compared with them. */
export function FiguresTable({ room, marking, lines, median, scope }: FiguresTableProps) {
  const { t, language } = useI18n();
  const [order, setOrder] = useState<Order>({ column: 'name', down: false });
  const compared = sorted(lines.filter(isCompared), order, language);
  const teachers = sorted(
    lines.filter(line => !isCompared(line)),
    order,
    language,
  );
  const choose = (column: Column): void =>
    setOrder(order.column === column ? { column, down: !order.down } : { column, down: column !== 'name' });
  const row = (line: Line) => (
    <PersonRow key={line.id} room={room} marking={marking} line={line} lines={compared} median={median} scope={scope} />
  );
  return (
    <div className="figures sheet">
      <table>
        <caption className="visually-hidden">{t('participation.table')}</caption>
        <thead>
          <tr>
            {COLUMNS.map(column => (
              <th
                key={column}
                scope="col"
                aria-sort={order.column === column ? (order.down ? 'descending' : 'ascending') : 'none'}
              >
                <button type="button" onClick={() => choose(column)}>
                  {t(`participation.${column}`)}
                  <span className="figures-order" aria-hidden="true">
                    {order.column === column ? (order.down ? '↓' : '↑') : '↕'}
                  </span>
                </button>
              </th>
            ))}
            <th scope="col">
              <span className="visually-hidden">{t('participation.more')}</span>
            </th>
          </tr>
        </thead>
        <tbody>{compared.map(row)}</tbody>
        {compared.length > 1 && (
          <tbody>
            <tr className="figures-median">
              <th scope="row">{t('participation.median')}</th>
              {COMPARED.map(figure => (
                <td key={figure}>{written(language, figure, median[figure])}</td>
              ))}
              <td colSpan={4} />
            </tr>
          </tbody>
        )}
        {teachers.length > 0 && (
          <tbody>
            <tr>
              <th scope="rowgroup" colSpan={COLUMNS.length + 1} className="figures-group">
                {t('participation.teachers')}
              </th>
            </tr>
            {teachers.map(row)}
          </tbody>
        )}
      </table>
    </div>
  );
}

/** The year stands there where it is another one. */
function shortDay(language: Language, at: Date): string {
  const thisYear = at.getFullYear() === new Date().getFullYear();
  const parts: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' };
  return new Intl.DateTimeFormat(language, thisYear ? parts : { ...parts, year: 'numeric' }).format(at);
}

interface PersonRowProps extends FiguresTableProps {
  readonly line: Line;
}

function PersonRow({ room, marking, line, lines, median, scope }: PersonRowProps) {
  const { t, dates, language } = useI18n();
  const { from, to } = scope;
  const name = line.member || line.role === 'guest' ? line.name : t('transcript.former', { name: line.name });
  const when = (at: string | null) =>
    at === null ? (
      '–'
    ) : (
      <time dateTime={at} title={dates.moment(new Date(at))}>
        {shortDay(language, new Date(at))}
      </time>
    );
  return (
    <tr>
      <th scope="row">
        <Link className="figures-person" to={participantPath(room, line.id) + query({ from, to })}>
          <Avatar id={line.id} name={line.name} size="s" />
          <span className="from-people">{line.role === 'guest' ? t('transcript.guest', { name }) : name}</span>
        </Link>
      </th>
      {COMPARED.map(figure => {
        const value = line[figure];
        return (
          <td key={figure}>
            {value === null ? '–' : written(language, figure, value)}
            {isCompared(line) && value !== null && (
              <FigureBar
                value={value}
                median={median[figure]}
                most={Math.max(...lines.map(each => each[figure] ?? 0))}
              />
            )}
          </td>
        );
      })}
      <td>{when(line.first_at)}</td>
      <td>{when(line.last_at)}</td>
      <td>{written(language, 'messages', line.removed)}</td>
      <td className="figures-links">
        <Link
          className="icon-button"
          to={transcriptPath(room) + query({ account: line.id, kind: 'message', from, to })}
          title={t('participation.toMessages')}
          aria-label={t('participation.toMessagesOf', { name: line.name })}
        >
          <Icon name="note" />
        </Link>
        {line.role === 'student' && marking && (
          <Link
            className="icon-button"
            to={studentPath(room, line.id)}
            title={t('marking.title')}
            aria-label={t('participation.toMarkingOf', { name: line.name })}
          >
            <Icon name="check" />
          </Link>
        )}
      </td>
    </tr>
  );
}
