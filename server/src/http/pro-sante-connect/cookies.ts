import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Services } from '../services.ts';

/** A cookie that scripts do not see and other sites do not send with what changes something; a top-level return does. */
function cookieOf({ configuration: { production } }: Pick<Services, 'configuration'>, name: string, maxAge: number) {
  const full = production ? `__Host-${name}` : name;
  const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure: production } as const;
  return {
    read: (request: FastifyRequest): string | null => request.cookies[full] ?? null,
    set: (reply: FastifyReply, value: string) => void reply.setCookie(full, value, { ...attributes, maxAge }),
    clear: (reply: FastifyReply) => void reply.clearCookie(full, attributes),
  };
}

/** Which browser left for Pro Santé Connect: ten minutes. */
export const visitCookie = (services: Pick<Services, 'configuration'>) => cookieOf(services, 'psc-visit', 600);

/** Which browser was named somebody: half an hour. */
export const identityCookie = (services: Pick<Services, 'configuration'>) => cookieOf(services, 'psc-identity', 1800);
