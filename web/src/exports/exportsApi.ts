import { api } from '../http/api';
import type { Export, Format, Naming } from './export';

/** What is to be exported, and how. */
export interface Order {
  readonly room?: string;
  readonly account?: string;
  readonly format: Format;
  readonly names: Naming;
  readonly bom: boolean;
  readonly language: 'en' | 'zh';
  readonly zone: string;
  readonly [filter: string]: string | boolean;
}

export const orderExport = (order: Order): Promise<Export> => api('POST', '/exports', order);

export const listExports = async (signal?: AbortSignal): Promise<readonly Export[]> =>
  (await api<{ items: readonly Export[] }>('GET', '/exports', undefined, signal)).items;

const path = (id: string): string => `/exports/${encodeURIComponent(id)}`;

export const getExport = (id: string, signal?: AbortSignal): Promise<Export> => api('GET', path(id), undefined, signal);

export const deleteExport = (id: string): Promise<void> => api('DELETE', path(id));

export const fileAddress = (id: string): string => `/api${path(id)}/file`;
