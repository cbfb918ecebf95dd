import { useCallback } from 'react';
import { usePaged } from '../http/usePaged';
import { useI18n } from '../i18n/i18n';
import { Link } from '../routing/Link';
import { participantPath } from '../routing/route';
import { LoadFailed } from '../ui/LoadFailed';
import { LoadMore } from '../ui/LoadMore';
import { FigureBar } from './FigureBar';
import { written } from './numbers';
import { COMPARED, type RoomLine } from './participation';
import { listRoomsOf } from './participationApi';

/** Somebody's figures in the other rooms that the reader may read, over all time. */
export function RoomsOfPerson({ room, person }: { room: string; person: string }) {
  const { t, language } = useI18n();
  const { slices, state, error, reload, more, loadMore } = usePaged<RoomLine>(
    useCallback((after, signal) => listRoomsOf(person, after, signal), [person]),
  );
  const others = slices.flatMap(({ items }) => items).filter(line => line.room !== room);
  if (state === 'failed') return <LoadFailed error={error} onRetry={reload} />;
  if (others.length === 0 && more === 'none') return null;
  return (
    <section>
      <h2>{t('participation.elsewhere')}</h2>
      <div className="figures sheet">
        <table>
          <caption className="visually-hidden">{t('participation.elsewhere')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('participation.room')}</th>
              {COMPARED.map(figure => (
                <th key={figure} scope="col">
                  {t(`participation.${figure}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {others.map(({ room: id, title, person: line, median }) => (
              <tr key={id}>
                <th scope="row">
                  <Link className="from-people" to={participantPath(id, person)}>
                    {title}
                  </Link>
                </th>
                {COMPARED.map(figure => (
                  <td key={figure}>
                    {line[figure] === null ? '–' : written(language, figure, line[figure])}
                    {line[figure] !== null && (
                      <FigureBar
                        value={line[figure]}
                        median={median[figure]}
                        most={Math.max(line[figure], median[figure]) * 1.2}
                      />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <LoadMore more={more} label={t('participation.moreRooms')} failed={t('room.olderFailed')} onLoad={loadMore} />
    </section>
  );
}
