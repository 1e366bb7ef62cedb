import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Role } from '@concertation/shared/access';
import type { Endpoint } from '@concertation/shared/contracts';
import type { Principal } from '../access/index.ts';
import type { Visit } from '../auth/index.ts';
import type { Services } from './services.ts';

/** What a handler receives: parsed input, and who asks. On a public endpoint `principal` is null. */
export type RouteInput<E extends Endpoint> = {
  params: z.output<E['params']>;
  query: z.output<E['query']>;
  body: z.output<E['body']>;
  principal: E['gate'] extends 'public' ? Principal | null : Principal;
  /** The session behind the request; null on a public endpoint asked without one. */
  visit: E['gate'] extends 'public' ? Visit | null : Visit;
  /** Roles on the gate's subject; empty where the gate names none. */
  roles: Role[];
  request: FastifyRequest;
  reply: FastifyReply;
};

/** What a handler returns: the contract's response before parsing, or the bytes of a binary endpoint, at once or as a stream. */
export type RouteOutput<E extends Endpoint> =
  z.input<E['response']> | (E['response'] extends z.ZodVoid ? Uint8Array | Readable : never);

/** Requests that one address may make in a minute, where the whole server's limit is too wide. */
export type RouteRate = { perMinute: number };

export type Route<E extends Endpoint = Endpoint> = {
  endpoint: E;
  handle: (services: Services, input: RouteInput<E>) => Promise<RouteOutput<E>>;
  rate?: RouteRate;
};

/** Binds a handler to its contract. One file per endpoint, under routes/, named like the endpoint. */
export function route<E extends Endpoint>(endpoint: E, handle: Route<E>['handle'], rate?: RouteRate): Route {
  return { endpoint, handle, ...(rate ? { rate } : {}) } as unknown as Route;
}
