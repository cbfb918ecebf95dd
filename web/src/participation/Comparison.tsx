import { useI18n } from '../i18n/i18n';
import { FigureBar } from './FigureBar';
import { written } from './numbers';
import { COMPARED, isCompared, type Line, type Median } from './participation';

/** One person's figures beside what the one in the middle has. Teachers are compared with nobody. */
export function Comparison({ line, median }: { line: Line; median: Median }) {
  const { t, language } = useI18n();
  const compared = isCompared(line);
  return (
    <div className="figures sheet">
      <table>
        <caption className="visually-hidden">{t('participation.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('participation.figure')}</th>
            <th scope="col">{t('participation.here')}</th>
            {compared && <th scope="col">{t('participation.median')}</th>}
          </tr>
        </thead>
        <tbody>
          {COMPARED.map(figure => {
            const value = line[figure];
            if (value === null) return null;
            return (
              <tr key={figure}>
                <th scope="row">{t(`participation.${figure}`)}</th>
                <td>
                  {written(language, figure, value)}
                  {compared && (
                    <FigureBar value={value} median={median[figure]} most={Math.max(value, median[figure]) * 1.2} />
                  )}
                </td>
                {compared && <td>{written(language, figure, median[figure])}</td>}
              </tr>
            );
          })}
          <tr>
            <th scope="row">{t('participation.removed')}</th>
            <td>{written(language, 'messages', line.removed)}</td>
            {compared && <td />}
          </tr>
        </tbody>
      </table>
    </div>
  );
}
