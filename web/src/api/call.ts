import { type Endpoint, type EndpointName, endpoints, errorBody, errors } from '@concertation/shared/contracts';
import i18next from 'i18next';
import type { z } from 'zod';
import { toLanguage } from '../lib/index.ts';
import { type AddressInput, addressOf } from './address-of.ts';
import { ApiError } from './api-error.ts';
import { askForProof } from './proof/proof-asker.ts';
import { announceLocked } from './screen-locked.ts';
import { announceSignedOut } from './signed-out.ts';

type Endpoints = typeof endpoints;

/** One part of an input: needed unless the contract lets it be absent or empty. */
type Part<Name extends string, Schema extends z.ZodType> =
  undefined extends z.input<Schema>
    ? { [Key in Name]?: undefined }
    : Record<never, never> extends z.input<Schema>
      ? { [Key in Name]?: z.input<Schema> }
      : { [Key in Name]: z.input<Schema> };

/** What an endpoint takes: `{ params, query, body }`, each only when its contract has one. */
export type Input<Name extends EndpointName> = Part<'params', Endpoints[Name]['params']> &
  Part<'query', Endpoints[Name]['query']> &
  Part<'body', Endpoints[Name]['body']>;

/** What an endpoint answers; undefined for those that answer nothing. */
export type Answer<Name extends EndpointName> = z.output<Endpoints[Name]['response']>;

/** The input as an argument that may be left out when nothing in it is needed. */
export type InputArgument<Name extends EndpointName> =
  Record<never, never> extends Input<Name> ? [input?: Input<Name>] : [input: Input<Name>];

type LooseInput = (AddressInput & { body?: unknown }) | undefined;

async function refusalOf(response: Response): Promise<ApiError> {
  // A proxy answers with a page of its own, which is no JSON: told apart below.
  const parsed = errorBody.safeParse(await response.json().catch(() => null));
  if (!parsed.success)
    return new ApiError(
      response.status >= 500 ? 'network' : 'unexpected',
      i18next.t(response.status >= 500 ? 'api:network' : 'api:unreadable'),
    );
  const { code, requestId, details } = parsed.data;
  return new ApiError(code, errors[code][toLanguage(i18next.language)], requestId, details);
}

/** The address of an endpoint, for a link or a download. */
export function endpointAddress<Name extends EndpointName>(name: Name, ...[input]: InputArgument<Name>): string {
  const { params, query } = (input ?? {}) as NonNullable<LooseInput>;
  return addressOf(endpoints[name], params, query);
}

async function sendOnce(name: EndpointName, input: LooseInput, signal?: AbortSignal): Promise<Response> {
  const endpoint = endpoints[name];
  const { params, query, body } = input ?? {};
  const headers: Record<string, string> = {
    accept: endpoint.binary ?? 'application/json',
    'accept-language': toLanguage(i18next.language),
  };
  const { upload } = endpoint as Endpoint;
  if (body !== undefined) headers['content-type'] = upload?.type ?? 'application/json';
  const request: RequestInit = { method: endpoint.method, headers, credentials: 'same-origin' };
  if (body !== undefined) request.body = upload ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body);
  if (signal) request.signal = signal;
  try {
    return await fetch(addressOf(endpoint, params, query), request);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiError('network', i18next.t('api:network'));
  }
}

/**
 * Sends a request to an endpoint and gives its answer as it came. Where the server wants a fresh proof that the person is
 * there, it is asked for and the request is repeated, once: who called knows nothing of it. Throws ApiError; announces a
 * session that has ended, and a screen that is locked.
 */
export async function send(name: EndpointName, input: LooseInput, signal?: AbortSignal): Promise<Response> {
  const first = await sendOnce(name, input, signal);
  if (first.ok) return first;
  let refusal = await refusalOf(first);
  if (refusal.code === 'proof_needed' && (await askForProof())) {
    const second = await sendOnce(name, input, signal);
    if (second.ok) return second;
    refusal = await refusalOf(second);
  }
  if (refusal.code === 'signed_out') announceSignedOut();
  if (refusal.code === 'screen_locked') announceLocked();
  throw refusal;
}

/** Calls an endpoint by its name. Throws ApiError; a session that has ended is also announced to the application. */
export async function call<Name extends EndpointName>(
  name: Name,
  ...[input, signal]: [...InputArgument<Name>, signal?: AbortSignal]
): Promise<Answer<Name>> {
  const response = await send(name, input as LooseInput, signal as AbortSignal | undefined);
  if (response.status === 204) return undefined as Answer<Name>;
  return (await response.json().catch(() => {
    throw new ApiError('network', i18next.t('api:unreadable'));
  })) as Answer<Name>;
}
