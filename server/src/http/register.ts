import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { platform, type Role } from '@concertation/shared/access';
import { type Endpoint, endpoints } from '@concertation/shared/contracts';
import { type Principal, requireAccess } from '../access/index.ts';
import type { Visit } from '../auth/index.ts';
import { AppError } from '../lib/index.ts';
import { guardUpload } from './guard-upload.ts';
import type { Route } from './route.ts';
import type { Services } from './services.ts';

/** Parses one part of a request; a wrong field is `invalid`, and names the field without repeating its value. */
function parse(schema: z.ZodType, value: unknown): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => ({
    field: issue.path.join('.'),
    problem: issue.code === 'custom' ? issue.message : issue.code,
  }));
  throw new AppError('invalid', { fields });
}

/** An id that is no id names nothing: the answer is the same as for an unknown one. */
function parseParams(schema: z.ZodType, value: unknown): Record<string, string> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new AppError('not_found');
  return parsed.data as Record<string, string>;
}

/** What a locked screen is still answered beside unlocking: who it belongs to, and leaving. */
const beyondTheLock: readonly Endpoint[] = [endpoints.readMe, endpoints.logout];
/** What a session without an account, or whose trial is over, is still answered beside its own account. */
const beyondTheTrial = beyondTheLock;
/** A proof of presence holds this long. Source: issue « step-up ». */
const proofHoldsMs = 600_000;

/** A person of the demonstration has nothing to prove with. */
const isFresh = ({ means, provedAt }: Visit): boolean =>
  means === 'demonstration' || (provedAt !== null && Date.now() - provedAt.getTime() < proofHoldsMs);

/** The roles held on the gate's subject, or its refusal. */
function passAccess(
  services: Services,
  principal: Principal,
  gate: Exclude<Route['endpoint']['gate'], string>,
  params: Record<string, string>,
): Promise<Role[]> {
  const id = gate.subject === 'platform' ? platform.id : (params[gate.param] as string);
  return requireAccess(services.database.db, principal, gate.action, { kind: gate.subject, id });
}

async function passGate(
  services: Services,
  endpoint: Route['endpoint'],
  visit: Visit | null,
  params: Record<string, string>,
): Promise<Role[]> {
  const { gate, fresh = false } = endpoint;
  if (gate === 'public') return [];
  if (!visit) throw new AppError('signed_out');
  const { principal } = visit;
  if (visit.locked && gate !== 'locked' && !beyondTheLock.includes(endpoint)) throw new AppError('screen_locked');
  if (gate !== 'session' && typeof gate === 'string' && principal.guestOf) throw new AppError('guest_only');
  const ownAccount = gate === 'own_account' || gate === 'locked' || beyondTheTrial.includes(endpoint);
  if (visit.standing === 'closed' && !ownAccount) throw new AppError('trial_over');
  const roles = typeof gate === 'string' ? [] : await passAccess(services, principal, gate, params);
  if (fresh && !isFresh(visit)) throw new AppError('proof_needed');
  return roles;
}

/** Puts a route on the server: who → gate → input → handler → contract. The same few hops for every endpoint. */
export function register(server: FastifyInstance, services: () => Services, { endpoint, handle, rate }: Route): void {
  server.route({
    method: endpoint.method,
    url: endpoint.path,
    ...(endpoint.upload ? { bodyLimit: endpoint.upload.maxBytes, onRequest: guardUpload(endpoint.upload) } : {}),
    ...(rate ? { config: { rateLimit: { max: rate.perMinute, timeWindow: '1 minute' } } } : {}),
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      const context = services();
      const visit = await context.sessions.visitOf(request.headers.cookie);
      request.principal = visit?.principal ?? null;
      if (!visit && endpoint.gate !== 'public') throw new AppError('signed_out');
      const params = parseParams(endpoint.params, request.params);
      const roles = await passGate(context, endpoint, visit, params);
      if (Buffer.isBuffer(request.body) !== (endpoint.upload !== undefined)) throw new AppError('malformed');
      const query = parse(endpoint.query, request.query);
      const body = parse(endpoint.body, request.body ?? undefined);
      const output = await handle(context, {
        params,
        query,
        body,
        principal: visit?.principal ?? null,
        visit,
        roles,
        request,
        reply,
      } as never);
      if (reply.sent) return reply;
      if (endpoint.binary) return reply.type(endpoint.binary).send(output);
      const answer = endpoint.response.parse(output);
      if (endpoint.mediaType) void reply.type(endpoint.mediaType);
      return answer === undefined ? reply.status(204).send() : reply.send(answer);
    },
  });
}
