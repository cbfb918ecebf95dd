import { useEffect, useState } from 'react';
import type { Group } from './people';
import { listGroups, listPeople } from './peopleApi';
import type { Choice } from './selection';

const TYPING_PAUSE_MS = 180;
const MOST_GROUPS = 8;
const MOST_PEOPLE = 30;

export interface Choices {
  readonly loading: boolean;
  readonly failed: boolean;
  readonly found: readonly Choice[];
}

/** Groups and people whose name goes with a text; with an empty one, the first of all. */
export function useChoices(text: string, withGroups: boolean): Choices {
  const [groups, setGroups] = useState<readonly Group[]>([]);
  const [people, setPeople] = useState<readonly Choice[]>([]);
  const [state, setState] = useState<'loading' | 'ready' | 'failed'>('loading');
  const words = text.trim();

  useEffect(() => {
    if (!withGroups) return undefined;
    const abort = new AbortController();
    listGroups(abort.signal).then(setGroups, () => undefined);
    return () => abort.abort();
  }, [withGroups]);

  useEffect(() => {
    const abort = new AbortController();
    setState('loading');
    const timer = setTimeout(() => {
      listPeople({ q: words, limit: MOST_PEOPLE }, abort.signal).then(
        ({ items }) => {
          setPeople(items.filter(person => person.active && person.role !== 'admin').map(choiceOf));
          setState('ready');
        },
        () => {
          if (!abort.signal.aborted) setState('failed');
        },
      );
    }, TYPING_PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [words]);

  const matching = groups.filter(group => group.name.toLocaleLowerCase().includes(words.toLocaleLowerCase()));
  return {
    loading: state === 'loading',
    failed: state === 'failed',
    found: [...matching.slice(0, MOST_GROUPS).map(groupChoice), ...people],
  };
}

const choiceOf = (person: { id: string; display_name: string; username: string }): Choice => ({
  type: 'person',
  id: person.id,
  name: person.display_name,
  username: person.username,
});

const groupChoice = (group: Group): Choice => ({
  type: 'group',
  id: group.id,
  name: group.name,
  size: group.members.length,
});
