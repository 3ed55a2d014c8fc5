import { invalidField } from '../api-error.ts';
import type { Oa, PeopleStore, SimulatedUser } from '../people-store.ts';

export interface UploadedFile {
  name: string;
  contentType: string;
  bytes: Buffer;
  /** The file was larger than any upload may be. */
  truncated: boolean;
}

/** A call that passed the checks of token, rate limit and JSON. */
export interface ApiCall {
  oa: Oa;
  /** The JSON body of a POST, or the `data` parameter of a GET. */
  data: Record<string, unknown>;
  upload?: UploadedFile;
}

/** @returns what goes into `data`, undefined for none; @throws ApiError */
export type Endpoint = (call: ApiCall) => unknown;

/** By method and path: `POST /v3.0/oa/message/cs`. */
export type Endpoints = Record<string, Endpoint>;

/** @throws ApiError -201 when it is missing or not a text */
export function textField(data: Record<string, unknown>, field: string): string {
  const value = data[field];
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string' || value === '') throw invalidField(field);
  return value;
}

/** @returns the person, or undefined when this OA does not know them */
export function findUserOf(people: PeopleStore, oa: Oa, userId: string): SimulatedUser | undefined {
  const user = people.users.get(userId);
  return user?.oaId === oa.oaId ? user : undefined;
}

/** `offset` and `count` of a list. @throws ApiError -201 out of range */
export function pageOf(data: Record<string, unknown>, maxCount: number): { offset: number; count: number } {
  const offset = Number(data.offset ?? 0);
  const count = Number(data.count ?? maxCount);
  if (!Number.isInteger(offset) || offset < 0) throw invalidField('offset');
  if (!Number.isInteger(count) || count < 1 || count > maxCount) throw invalidField('count');
  return { offset, count };
}
