import { z } from 'zod';
import type { Action, SubjectKind } from '../../access/index.ts';

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/**
 * Who passes the door of an endpoint:
 * `public` anybody; `session` any live session, a guest's included; `own_account` an account, even one whose trial is
 * over; `locked` the same, its screen locked too; `signed_in` an account that may use the product; otherwise one whose
 * roles on the subject named by a path parameter (or on the whole installation) allow the action. Declared here, enforced
 * by the server before the handler, listed by the matrix test. Only `locked`, `readMe` and `logout` answer a locked screen.
 */
export type Gate =
  | 'public'
  | 'session'
  | 'own_account'
  | 'locked'
  | 'signed_in'
  | { action: Action; subject: 'platform' }
  | { action: Action; subject: Exclude<SubjectKind, 'platform'>; param: string };

/** What a binary endpoint answers. */
export type BinaryType = 'application/pdf' | 'application/octet-stream' | 'image/webp' | 'text/calendar' | 'text/csv';

export type Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> = {
  method: Method;
  /** With `:name` parameters, as in `/api/cases/:caseId`. */
  path: `/api/${string}` | `/fhir/${string}`;
  summary: string;
  gate: Gate;
  params: Params;
  query: Query;
  body: Body;
  /** The JSON answered with 200. `z.void()` answers 204. `binary` answers bytes. */
  response: Response;
  binary?: BinaryType;
  /** What the JSON is called where it is another standard's. */
  mediaType?: 'application/fhir+json';
  /** The body is the bytes of one file of this type, of this size at most, and no JSON. */
  upload?: { type: 'application/pdf'; maxBytes: number };
  /** It engages, or changes rights: its person proved to be there in the last ten minutes, else `proof_needed`. */
  fresh?: boolean;
};

const nothing = z.object({});
const none = z.undefined();

/** Declares an endpoint: one schema for both sides, and for the OpenAPI document. */
export function endpoint<
  Response extends z.ZodType,
  Params extends z.ZodType = typeof nothing,
  Query extends z.ZodType = typeof nothing,
  Body extends z.ZodType = typeof none,
>(declaration: {
  method: Method;
  path: `/api/${string}` | `/fhir/${string}`;
  summary: string;
  gate: Gate;
  params?: Params;
  query?: Query;
  body?: Body;
  response: Response;
  binary?: BinaryType;
  mediaType?: NonNullable<Endpoint['mediaType']>;
  upload?: NonNullable<Endpoint['upload']>;
  fresh?: boolean;
}): Endpoint<Params, Query, Body, Response> {
  const defaults = {
    params: nothing as unknown as Params,
    query: nothing as unknown as Query,
    body: none as unknown as Body,
  };
  return { ...defaults, ...declaration };
}
