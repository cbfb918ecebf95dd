import { memo } from 'react';
import { useI18n } from '../i18n/i18n';
import type { Entry } from './entry';
import { GapRow } from './GapRow';
import { MessageRow } from './MessageRow';
import { NoticeRow } from './NoticeRow';
import type { RoomView } from './roomView';
import type { Row } from './rows';

interface LogRowProps {
  readonly row: Row;
  readonly me: string;
  readonly history: RoomView['history'];
  readonly mayRemove: boolean;
  readonly onRemove: (entry: Entry) => void;
  readonly onReport: (entry: Entry) => void;
  readonly onRetryHistory: () => void;
}

export const LogRow = memo(function LogRow({
  row,
  me,
  history,
  mayRemove,
  onRemove,
  onReport,
  onRetryHistory,
}: LogRowProps) {
  switch (row.type) {
    case 'day':
      return <DayRow at={row.at} />;
    case 'message':
      return (
        <MessageRow
          entry={row.entry}
          first={row.first}
          own={row.entry.userId === me}
          mayRemove={mayRemove}
          onRemove={onRemove}
          onReport={onReport}
        />
      );
    case 'notice':
      return <NoticeRow kind={row.kind} names={row.names} />;
    case 'gap':
      return <GapRow history={history} onRetry={onRetryHistory} />;
  }
}, sameRow);

/** Rows are made anew with each event, so they are compared by what they show. */
function sameRow(before: LogRowProps, now: LogRowProps): boolean {
  if (before.me !== now.me || before.mayRemove !== now.mayRemove || before.onRemove !== now.onRemove) return false;
  if (before.row.type === 'message' && now.row.type === 'message') {
    return before.row.entry === now.row.entry && before.row.first === now.row.first;
  }
  if (before.row.type === 'notice' && now.row.type === 'notice') {
    return before.row.names.join('\n') === now.row.names.join('\n');
  }
  return before.row.type === 'day' && now.row.type === 'day' && before.row.key === now.row.key;
}

function DayRow({ at }: { at: Date }) {
  const { dates } = useI18n();
  return (
    <h2 className="log-day">
      <span>{dates.day(at)}</span>
    </h2>
  );
}
