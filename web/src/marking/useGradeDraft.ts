import { useEffect, useState } from 'react';
import { useI18n } from '../i18n/i18n';
import type { Kept } from '../ui/kept';
import { useTell } from '../ui/toast';
import type { Chosen, Mark, Rubric, StudentMarking } from './marking';
import { getMarking, saveGrade, type GradeDraft } from './markingApi';
import { keepUnsaved, type Unsaved } from './unsaved';
import { useSaving, type Saving } from './useSaving';

export interface GradeEditing extends Pick<Saving<Mark>, 'busy' | 'error' | 'theirs'> {
  readonly draft: GradeDraft;
  readonly change: (part: Partial<GradeDraft>) => void;
  /** Whether something is written that is not saved. */
  readonly dirty: boolean;
  readonly empty: boolean;
  /** Resolves to what is saved now, or to null where it could not be. */
  readonly save: () => Promise<Mark | null>;
  readonly discard: () => void;
  /** Where somebody else was faster: ours takes the place of theirs, or theirs of ours. */
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
}

/** What is written, and the version that it changes. */
type Draft = GradeDraft & { readonly version: number };

const NOTHING: Draft = { text: '', scores: {}, version: 0 };
const draftOf = (grade: Mark | null): Draft =>
  grade === null ? NOTHING : { text: grade.text, scores: grade.scores, version: grade.version };
const sameScores = (a: Chosen, b: Chosen): boolean =>
  Object.keys({ ...a, ...b }).every(criterion => a[criterion] === b[criterion]);

/** A grade while a teacher works on it; what is not saved is kept on this computer. */
export function useGradeDraft(
  room: string,
  { id: student, grade }: StudentMarking,
  rubric: Rubric,
  unsaved: Kept<Unsaved>,
  onChanged: () => void,
): GradeEditing {
  const { t } = useI18n();
  const tell = useTell();
  const [draft, setDraft] = useState<Draft>(() => unsaved.read()?.grade ?? draftOf(grade));
  const { busy, error, theirs, save, decided } = useSaving<Mark>(async () => (await getMarking(room, student)).grade);
  const saved = draftOf(grade);
  const dirty = draft.text.trim() !== saved.text || !sameScores(draft.scores, saved.scores);

  useEffect(() => {
    // Somebody else's newer version is shown at once where nothing has been written here.
    setDraft(before => (unsaved.read()?.grade === undefined ? draftOf(grade) : before));
  }, [grade, unsaved]);
  useEffect(() => keepUnsaved(unsaved, 'grade', dirty ? draft : null), [unsaved, dirty, draft]);

  const put = (version: Draft): void => {
    keepUnsaved(unsaved, 'grade', null);
    setDraft(version);
  };
  const write = async (version: number): Promise<Mark | null> => {
    const text = draft.text.trim();
    const mark = await save(() => saveGrade(room, student, version, { text, scores: scoresOf(draft, rubric) }));
    if (mark === null) return null;
    put(draftOf(mark));
    onChanged();
    return mark;
  };

  return {
    draft,
    change: part => setDraft(before => ({ ...before, ...part })),
    dirty,
    empty: draft.text.trim() === '' && Object.keys(draft.scores).length === 0,
    busy,
    error,
    theirs,
    save: async () => {
      const mark = await write(draft.version);
      if (mark !== null) tell(t('mark.savedDraft'));
      return mark;
    },
    discard: () => put(saved),
    keepMine: () => void write(theirs?.value?.version ?? 0),
    takeTheirs: () => {
      put(draftOf(theirs?.value ?? null));
      decided();
      onChanged();
    },
  };
}

/** Without those of criteria and levels that the rubric does not have any more. */
function scoresOf({ scores }: GradeDraft, { criteria }: Rubric): Chosen {
  const known = new Set(criteria.flatMap(({ id, levels }) => levels.map(level => `${id} ${level.id}`)));
  return Object.fromEntries(Object.entries(scores).filter(pair => known.has(pair.join(' '))));
}
