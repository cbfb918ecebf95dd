import { useI18n } from '../i18n/i18n';
import { Link } from '../routing/Link';
import { roomPath } from '../routing/route';
import { isNew, type Answer, type Received } from './feedback';
import { QuotedMessages } from './QuotedMessages';
import { Scores } from './Scores';
import { TagChips } from './TagChips';
import { Thread } from './Thread';

interface FeedbackCardProps {
  readonly feedback: Received;
  /** Whether it says which room and messages it is about: not beside the message itself. */
  readonly about: boolean;
  readonly onAnswered: (answer: Answer) => void;
}

/** A comment or a grade, as its student reads it. */
export function FeedbackCard({ feedback, about, onAnswered }: FeedbackCardProps) {
  const { t, dates } = useI18n();
  const { id, kind, room, text, tags, messages, scores, by, answers } = feedback;
  const at = new Date(feedback.released_at);
  return (
    <article className={`feedback-card feedback-${kind}`}>
      <header className="feedback-head">
        <h3>{t(`feedback.${kind}`)}</h3>
        {isNew(feedback) && <span className="chip chip-locked">{t('feedback.new')}</span>}
        {about && <RoomOf room={room} />}
        <p>
          <span className="from-people">{by ?? t('feedback.somebody')}</span>,{' '}
          <time dateTime={feedback.released_at} title={dates.moment(at)}>
            {dates.ago(at)}
          </time>
        </p>
      </header>
      {about && <QuotedMessages messages={messages} room={room.member ? room.id : null} />}
      <TagChips tags={tags} />
      <Scores scores={scores} points={feedback.points} outOf={feedback.out_of} />
      {text !== '' && (
        <p className="feedback-text from-people" dir="auto">
          {text}
        </p>
      )}
      <Thread
        feedback={id}
        answers={answers}
        closed={room.member ? null : t('feedback.left')}
        onAnswered={onAnswered}
      />
    </article>
  );
}

function RoomOf({ room }: { room: Received['room'] }) {
  return room.member ? (
    <Link to={roomPath(room.id)} className="feedback-room from-people">
      {room.title}
    </Link>
  ) : (
    <span className="feedback-room from-people">{room.title}</span>
  );
}
