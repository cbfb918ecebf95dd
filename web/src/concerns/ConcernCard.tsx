import { useState } from 'react';
import { useI18n } from '../i18n/i18n';
import { Link } from '../routing/Link';
import { messagePath } from '../routing/route';
import { MarkedText } from '../transcript/MarkedText';
import { Avatar } from '../ui/Avatar';
import { Button } from '../ui/Button';
import { CloseHitsDialog } from './CloseHitsDialog';
import { outcomeText, raisedText, reasonText, type Concern } from './concern';
import { ConcernContext } from './ConcernContext';
import { DecisionDialog } from './DecisionDialog';

interface ConcernCardProps {
  readonly concern: Concern;
  /** The flagged word of which all hits in the room can be decided together; null where there is no such one. */
  readonly wordToClose?: string | null;
  readonly onChanged: (concern: Concern) => void;
}

/** One message to look at: what it says and where, who reported it and why, and what was decided. */
export function ConcernCard({ concern, wordToClose = null, onChanged }: ConcernCardProps) {
  const { t, dates } = useI18n();
  const [deciding, setDeciding] = useState(false);
  const [closing, setClosing] = useState<string | null>(null);
  const [around, setAround] = useState(false);
  const { message, reports, words, decisions } = concern;
  const at = new Date(message.sent_at);

  return (
    <li className="concern">
      <article aria-label={t('concern.of', { name: message.username, time: dates.moment(at) })}>
        <header className="concern-head">
          <Avatar id={message.user_id} name={message.username} />
          <span className="concern-name from-people">{message.username}</span>
          <time dateTime={message.sent_at} title={dates.moment(at)}>
            {`${dates.day(at)}, ${dates.time(at)}`}
          </time>
          {message.removed && <span className="chip chip-locked">{t('search.removed')}</span>}
          {reports.length > 0 && <span className="chip">{t('concern.reports', { count: reports.length })}</span>}
          {words.length > 0 && <span className="chip">{t('concern.flagged')}</span>}
        </header>
        {message.text === null ? (
          <p className="concern-gone">{t('concern.gone')}</p>
        ) : (
          <p className="concern-text from-people" dir="auto">
            <MarkedText text={message.text} found={message.found} />
          </p>
        )}
        <p className="concern-place">
          <Link to={messagePath(concern.room, message.id)} className="from-people">
            {t('concern.inRoom', { room: concern.room_title })}
          </Link>
          <Button look="quiet" aria-expanded={around} onClick={() => setAround(!around)}>
            {t(around ? 'concern.around.hide' : 'concern.around')}
          </Button>
        </p>
        {around && <ConcernContext room={concern.room} message={message.id} />}
        <ul className="concern-facts">
          <li>{t(raisedText(concern), { time: dates.moment(new Date(concern.raised_at)) })}</li>
          {words.length > 0 && <li className="from-people">{t('concern.words', { words: words.join(', ') })}</li>}
          {reports.map(report => (
            <li key={report.by.id} className="from-people">
              {t('concern.report', {
                name: report.by.name,
                reason: t(reasonText(report.reason)),
                time: dates.moment(new Date(report.reported_at)),
              })}
              {report.note !== null && <q>{report.note}</q>}
            </li>
          ))}
        </ul>
        {decisions.length > 0 && (
          <ol className="concern-facts" aria-label={t('concern.history')}>
            {decisions.map((decision, number) => (
              <li key={number} className="from-people">
                {t('concern.decision', {
                  outcome: t(outcomeText(decision.outcome)),
                  name: decision.by.name,
                  time: dates.moment(new Date(decision.decided_at)),
                })}
                {decision.note !== null && <q>{decision.note}</q>}
              </li>
            ))}
          </ol>
        )}
        <div className="actions">
          <Button look={decisions.length === 0 ? 'main' : 'plain'} onClick={() => setDeciding(true)}>
            {t(decisions.length === 0 ? 'concern.decide' : 'concern.decideAgain')}
          </Button>
          {wordToClose !== null && (
            <Button onClick={() => setClosing(wordToClose)}>{t('concern.closeAll', { word: wordToClose })}</Button>
          )}
        </div>
      </article>
      {deciding && <DecisionDialog concern={concern} onChanged={onChanged} onClose={() => setDeciding(false)} />}
      {closing !== null && (
        <CloseHitsDialog word={closing} concern={concern} onChanged={onChanged} onClose={() => setClosing(null)} />
      )}
    </li>
  );
}
