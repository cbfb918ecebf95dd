import { useEffect } from 'react';
import { useI18n } from '../i18n/i18n';
import { Link } from '../routing/Link';
import { goTo } from '../routing/location';
import { studentPath } from '../routing/route';
import { Icon } from '../ui/Icon';
import type { StudentLine } from './marking';

interface StudentNavProps {
  readonly room: string;
  readonly student: string;
  readonly students: readonly StudentLine[];
}

/** The way to the student before and the one after, also by Alt+P and Alt+N. */
export function StudentNav({ room, student, students }: StudentNavProps) {
  const { t } = useI18n();
  const at = students.findIndex(({ id }) => id === student);
  const previous = at > 0 ? students[at - 1] : undefined;
  const next = at === -1 ? undefined : students[at + 1];

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!event.altKey || event.ctrlKey || event.metaKey) return;
      const wanted = event.code === 'KeyN' ? next : event.code === 'KeyP' ? previous : undefined;
      if (wanted === undefined) return;
      event.preventDefault();
      goTo(studentPath(room, wanted.id));
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [room, previous, next]);

  return (
    <nav className="student-nav" aria-label={t('marking.students')}>
      {previous !== undefined && (
        <Link to={studentPath(room, previous.id)} className="button button-plain" aria-keyshortcuts="Alt+P">
          <Icon name="back" />
          <span className="visually-hidden">{t('marking.previous')} </span>
          <span className="student-nav-name from-people">{previous.display_name}</span>
        </Link>
      )}
      {at !== -1 && (
        <span className="student-nav-place">{t('marking.place', { at: at + 1, all: students.length })}</span>
      )}
      {next !== undefined && (
        <Link to={studentPath(room, next.id)} className="button button-plain" aria-keyshortcuts="Alt+N">
          <span className="visually-hidden">{t('marking.next')} </span>
          <span className="student-nav-name from-people">{next.display_name}</span>
          <Icon name="forward" />
        </Link>
      )}
    </nav>
  );
}
