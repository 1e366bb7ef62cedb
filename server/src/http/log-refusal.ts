import type { FastifyRequest } from 'fastify';
import { endpoints, type ErrorCode } from '@concertation/shared/contracts';
import type { Principal } from '../access/index.ts';
import { Sparing } from '../lib/index.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks, once their session was read. */
    principal: Principal | null;
  }
}

const spoken = new Sparing(1000);

/**
 * Leaves a line of what is refused: the code, the route as it is declared, the account when it is known; never the
 * address that was asked, which may hold what people wrote. At most one a second for the same. Source: ASVS 5.0, 16.3.
 */
export function logRefusal(request: FastifyRequest, code: ErrorCode): void {
  // A request that no route was found for has been through no hook.
  const accountId = request.principal?.accountId ?? null;
  const route = request.routeOptions?.url ?? null;
  // Every page that opens asks whose it is: nobody’s is no refusal of anything.
  if (code === 'signed_out' && route === endpoints.readMe.path) return;
  if (!spoken.take(`${code} ${route} ${accountId ?? request.ip}`)) return;
  request.log.info({ code, method: request.method, route, accountId }, 'refused');
}
