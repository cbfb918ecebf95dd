import { teaches } from '../session/account';
import { useMe } from '../session/session';
import { MyFeedback } from './MyFeedback';
import { NewAnswersPage } from './NewAnswersPage';
import './feedback.css';

/** What somebody has been told: students the feedback that was released to them, teachers what was answered to theirs. */
export function FeedbackPage() {
  return teaches(useMe()) ? <NewAnswersPage /> : <MyFeedback />;
}
