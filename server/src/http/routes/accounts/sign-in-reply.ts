import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Me } from '@concertation/shared/contracts';
import type { Principal } from '../../../access/index.ts';
import { describeDevice, type Visitor } from '../../../auth/index.ts';

/** The browser behind a request that signs in. */
export function visitorOf(request: FastifyRequest, principal: Principal | null): Visitor {
  return { device: describeDevice(request.headers['user-agent']), replaces: principal?.sessionId ?? null };
}

/** Gives the browser its session, and the screen who it is. */
export function signInReply(reply: FastifyReply, { me, cookie }: { me: Me; cookie: string }): Me {
  void reply.header('set-cookie', cookie);
  return me;
}
