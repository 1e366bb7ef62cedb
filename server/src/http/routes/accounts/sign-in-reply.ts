import type { FastifyReply, FastifyRequest } from 'fastify';
import { abilities, platform } from '@concertation/shared/access';
import type { Me } from '@concertation/shared/contracts';
import { type Principal, rolesOf } from '../../../access/index.ts';
import { describeDevice, type Self, type Visitor } from '../../../auth/index.ts';
import type { Services } from '../../services.ts';

/** The browser behind a request that signs in. */
export function visitorOf(request: FastifyRequest, principal: Principal | null, shared = false): Visitor {
  const { headers, ip: address } = request;
  return {
    device: describeDevice(headers['user-agent']),
    replaces: principal?.sessionId ?? null,
    shared,
    cookieHeader: headers.cookie,
    address,
  };
}

/** Who somebody is, as their screen must know it: the account, its session, and what it may do on the installation. */
export async function meOf(
  { database, sessions }: Services,
  self: Self,
  { locked, shared }: { locked: boolean; shared: boolean },
): Promise<Me> {
  const roles = await rolesOf(database.db, self.accountId, platform);
  return { ...self, locked, shared, idleMs: sessions.idleMs(shared), abilities: abilities(roles) };
}

/** Gives the browser its session, and its own name where it is remembered; and the screen who it is. */
export async function signInReply(
  services: Services,
  reply: FastifyReply,
  { self, cookie, deviceCookie = null }: { self: Self; cookie: string; deviceCookie?: string | null },
  shared = false,
): Promise<Me> {
  void reply.header('set-cookie', deviceCookie ? [cookie, deviceCookie] : cookie);
  return meOf(services, self, { locked: false, shared });
}
