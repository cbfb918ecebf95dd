import { allPages, api, query, type Page } from '../http/api';
import type { Role } from '../session/account';
import type { Group, Person } from './people';

export interface PeopleQuery {
  readonly q?: string;
  readonly role?: Role | '';
  readonly safeguarding_lead?: boolean;
  readonly after?: string | null;
  readonly limit?: number;
}

export const listPeople = (where: PeopleQuery, signal?: AbortSignal): Promise<Page<Person>> =>
  api('GET', `/accounts${query({ ...where })}`, undefined, signal);

export interface PersonChange {
  readonly display_name?: string;
  readonly role?: Role;
  readonly password?: string;
  readonly active?: boolean;
  readonly safeguarding_lead?: boolean;
}

export const addPerson = (person: {
  username: string;
  display_name: string;
  role: Role;
  password: string;
  safeguarding_lead?: boolean;
}): Promise<Person> => api('POST', '/accounts', person);

export const changePerson = (id: string, change: PersonChange): Promise<void> =>
  api('PATCH', `/accounts/${encodeURIComponent(id)}`, change);

const PAGE_SIZE = 100;

export const listGroups = (signal?: AbortSignal): Promise<Group[]> =>
  allPages(after => api('GET', `/groups${query({ after, limit: PAGE_SIZE })}`, undefined, signal));

const path = (id: string): string => `/groups/${encodeURIComponent(id)}`;

export const getGroup = (id: string, signal?: AbortSignal): Promise<Group> => api('GET', path(id), undefined, signal);

export interface GroupDraft {
  readonly name: string;
  readonly members: readonly string[];
}

export const createGroup = (draft: GroupDraft): Promise<Group> => api('POST', '/groups', draft);

export const changeGroup = (id: string, draft: GroupDraft): Promise<Group> => api('PATCH', path(id), draft);

export const deleteGroup = (id: string): Promise<void> => api('DELETE', path(id));
