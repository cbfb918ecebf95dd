/** Who has been picked: single people and whole groups. */
export interface Selection {
  readonly people: readonly { readonly id: string; readonly name: string; readonly username: string }[];
  readonly groups: readonly { readonly id: string; readonly name: string; readonly size: number | null }[];
}

export const nobody: Selection = { people: [], groups: [] };

/** Something that can be picked. */
export type Choice =
  | { readonly type: 'group'; readonly id: string; readonly name: string; readonly size: number | null }
  | { readonly type: 'person'; readonly id: string; readonly name: string; readonly username: string };

export const choicesOf = (selection: Selection): Choice[] => [
  ...selection.groups.map(group => ({ type: 'group' as const, ...group })),
  ...selection.people.map(person => ({ type: 'person' as const, ...person })),
];

export function withChoice(selection: Selection, choice: Choice): Selection {
  if (choicesOf(selection).some(({ id }) => id === choice.id)) return selection;
  if (choice.type === 'group') {
    const { id, name, size } = choice;
    return { ...selection, groups: [...selection.groups, { id, name, size }] };
  }
  const { id, name, username } = choice;
  return { ...selection, people: [...selection.people, { id, name, username }] };
}

export function withoutChoice(selection: Selection, id: string): Selection {
  return {
    groups: selection.groups.filter(group => group.id !== id),
    people: selection.people.filter(person => person.id !== id),
  };
}
