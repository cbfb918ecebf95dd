import { createClientId } from '../room/clientId';
import type { Rubric } from './marking';
import type { RubricDraft } from './markingApi';

export interface LevelForm {
  readonly key: string;
  readonly id?: string;
  readonly name: string;
  readonly description: string;
  /** As it is typed. */
  readonly points: string;
}

export interface CriterionForm {
  readonly key: string;
  readonly id?: string;
  readonly name: string;
  readonly description: string;
  readonly levels: readonly LevelForm[];
}

/** A rubric as it is being written. Keys tell its parts apart, also those that are new. */
export interface RubricForm {
  readonly version: number;
  readonly criteria: readonly CriterionForm[];
}

export const newLevel = (name = '', points = ''): LevelForm => ({ key: newKey(), name, description: '', points });

export const newKey = createClientId;

export const formOf = ({ version, criteria }: Rubric): RubricForm => ({
  version,
  criteria: criteria.map(({ id, name, description, levels }) => ({
    key: id,
    id,
    name,
    description,
    levels: levels.map(({ points, ...level }) => ({ ...level, key: level.id, points: String(points) })),
  })),
});

/** Points with a comma are meant as those with a point. */
export const numberOf = (points: string): number => (points.trim() === '' ? NaN : Number(points.replace(',', '.')));

export const draftOf = ({ version, criteria }: RubricForm): RubricDraft => ({
  version,
  criteria: criteria.map(({ id, name, description, levels }) => ({
    ...(id !== undefined && { id }),
    name: name.trim(),
    description: description.trim(),
    levels: levels.map(level => ({
      ...(level.id !== undefined && { id: level.id }),
      name: level.name.trim(),
      description: level.description,
      points: numberOf(level.points),
    })),
  })),
});

/** Ours in the place of theirs: what they have taken away is new again. */
export function inPlaceOf({ version, criteria }: Rubric, ours: RubricForm): RubricForm {
  const there = new Set(criteria.flatMap(({ id, levels }) => [id, ...levels.map(level => level.id)]));
  const known = <T extends { readonly id?: string }>({ id, ...rest }: T) =>
    id !== undefined && there.has(id) ? { ...rest, id } : rest;
  return {
    version,
    criteria: ours.criteria.map(criterion => ({ ...known(criterion), levels: criterion.levels.map(known) })),
  };
}

export type RubricFault = 'rubric.noName' | 'rubric.twice' | 'rubric.badPoints' | 'rubric.noLevels';

/** The first thing that cannot be, or null. */
export function faultOf({ criteria }: RubricForm): RubricFault | null {
  const levels = criteria.flatMap(criterion => criterion.levels);
  if ([...criteria, ...levels].some(({ name }) => name.trim() === '')) return 'rubric.noName';
  if (criteria.some(criterion => criterion.levels.length === 0)) return 'rubric.noLevels';
  if ([criteria, ...criteria.map(criterion => criterion.levels)].some(hasTwice)) return 'rubric.twice';
  return levels.every(({ points }) => isPoints(numberOf(points))) ? null : 'rubric.badPoints';
}

function hasTwice(things: readonly { readonly name: string }[]): boolean {
  const names = things.map(({ name }) => name.trim().toLocaleLowerCase());
  return new Set(names).size < names.length;
}

const isPoints = (points: number): boolean =>
  points >= 0 && points <= 1000 && Math.abs(points * 100 - Math.round(points * 100)) < 1e-6;
