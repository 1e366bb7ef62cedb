import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Role } from '@concertation/shared/access';
import { requireAccess, type Principal } from '../access/index.ts';
import { AppError } from '../lib/index.ts';
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

async function passGate(
  services: Services,
  { gate }: Route['endpoint'],
  principal: Principal | null,
  params: Record<string, string>,
): Promise<Role[]> {
  if (gate === 'public') return [];
  if (!principal) throw new AppError('signed_out');
  if (gate === 'session') return [];
  if (gate === 'signed_in') {
    if (principal.guestOf) throw new AppError('guest_only');
    return [];
  }
  return requireAccess(services.database.db, principal, gate.action, {
    kind: gate.subject,
    id: params[gate.param] as string,
  });
}

/** Puts a route on the server: who → gate → input → handler → contract. The same few hops for every endpoint. */
export function register(server: FastifyInstance, services: () => Services, { endpoint, handle, rate }: Route): void {
  server.route({
    method: endpoint.method,
    url: endpoint.path,
    ...(rate ? { config: { rateLimit: { max: rate.perMinute, timeWindow: '1 minute' } } } : {}),
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      const context = services();
      const principal = await context.sessions.principalOf(request.headers.cookie);
      if (!principal && endpoint.gate !== 'public') throw new AppError('signed_out');
      const params = parseParams(endpoint.params, request.params);
      const roles = await passGate(context, endpoint, principal, params);
      const query = parse(endpoint.query, request.query);
      const body = parse(endpoint.body, request.body ?? undefined);
      const output = await handle(context, {
        params,
        query,
        body,
        principal: principal as Principal,
        roles,
        request,
        reply,
      } as never);
      if (reply.sent) return reply;
      if (endpoint.binary) return reply.type(endpoint.binary).send(output);
      const answer = endpoint.response.parse(output);
      return answer === undefined ? reply.status(204).send() : reply.send(answer);
    },
  });
}
