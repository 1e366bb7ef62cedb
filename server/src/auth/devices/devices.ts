import { and, eq } from 'drizzle-orm';
import { devices } from '@concertation/schema';
import type { KnownDevice } from '@concertation/shared/contracts';
import type { Principal } from '../../access/index.ts';
import type { Executor, Transaction } from '../../database/index.ts';
import { AppError, hashToken, newId, newToken } from '../../lib/index.ts';
import type { AuthNeeds } from '../needs.ts';
import { readCookie } from '../sessions/read-cookie.ts';
import type { Visitor } from '../sessions/sessions.ts';

type Device = typeof devices.$inferSelect;
type Settings = Pick<AuthNeeds, 'configuration'>;

const rememberedSeconds = 180 * 24 * 3600;

const cookieName = ({ configuration }: Settings): string => (configuration.production ? '__Host-device' : 'device');

function cookieOf(settings: Settings, token: string): string {
  const attributes = `HttpOnly; Max-Age=${rememberedSeconds}; Path=/; SameSite=Lax`;
  return `${cookieName(settings)}=${token}; ${attributes}${settings.configuration.production ? '; Secure' : ''}`;
}

const tokenOf = (settings: Settings, { cookieHeader }: Visitor): string | null =>
  readCookie(cookieHeader, cookieName(settings));

/**
 * The remembered browser of an account that a request comes from; null for an unknown one. Said to be shared this time, a
 * known browser is still known: nothing new is remembered, and no stranger’s failures delay who uses it.
 */
export async function findDevice(
  needs: Settings & Pick<AuthNeeds, 'database'>,
  visitor: Visitor,
  accountId: string,
): Promise<Device | null> {
  const token = tokenOf(needs, visitor);
  if (!token) return null;
  const [device] = await needs.database.db
    .select()
    .from(devices)
    .where(and(eq(devices.tokenHash, hashToken(token)), eq(devices.accountId, accountId)));
  return device ?? null;
}

/** The browser's own token, if this server gave it to somebody; any other is not taken over. */
async function tokenGivenBefore(tx: Transaction, settings: Settings, visitor: Visitor): Promise<string | null> {
  const token = tokenOf(settings, visitor);
  if (!token) return null;
  const [given] = await tx
    .select({ id: devices.id })
    .from(devices)
    .where(eq(devices.tokenHash, hashToken(token)))
    .limit(1);
  return given ? token : null;
}

/**
 * Remembers the browser that somebody signs in from, unless it is shared. `known`: it was already. `cookie` is a
 * Set-Cookie value that names it for 180 days.
 */
export async function rememberDevice(
  tx: Transaction,
  settings: Settings,
  visitor: Visitor,
  accountId: string,
): Promise<{ deviceId: string | null; known: boolean; cookie: string | null }> {
  if (visitor.shared) return { deviceId: null, known: false, cookie: null };
  const token = (await tokenGivenBefore(tx, settings, visitor)) ?? newToken();
  const now = new Date();
  const seen = { name: visitor.device, lastSeenAt: now };
  const id = newId();
  const [device] = await tx
    .insert(devices)
    .values({ ...seen, id, tokenHash: hashToken(token), accountId, createdAt: now })
    .onConflictDoUpdate({ target: [devices.tokenHash, devices.accountId], set: seen })
    .returning({ id: devices.id });
  const deviceId = device?.id ?? id;
  return { deviceId, known: deviceId !== id, cookie: cookieOf(settings, token) };
}

/** The remembered browsers of an account, latest used first. */
export async function listDevices(
  executor: Executor,
  accountId: string,
  currentId: string | null,
): Promise<KnownDevice[]> {
  const rows = await executor.select().from(devices).where(eq(devices.accountId, accountId));
  return rows
    .toSorted((a, b) => b.lastSeenAt.getTime() - a.lastSeenAt.getTime())
    .map(({ id, name, pinHash, createdAt, lastSeenAt }) => ({
      deviceId: id,
      name,
      current: id === currentId,
      hasPin: pinHash !== null,
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
    }));
}

/** Forgets one of one's own browsers, and ends its sessions. Throws `not_found` for any other. */
export async function forgetDevice(
  { database, audit, sessions }: Pick<AuthNeeds, 'database' | 'audit' | 'sessions'>,
  principal: Principal,
  deviceId: string,
): Promise<void> {
  await database.transaction(async (tx) => {
    const forgotten = await tx
      .delete(devices)
      .where(and(eq(devices.id, deviceId), eq(devices.accountId, principal.accountId)))
      .returning({ id: devices.id });
    if (forgotten.length === 0) throw new AppError('not_found');
    await sessions.endOnDevice(tx, principal, deviceId);
    await audit.record(tx, 'device.forgotten', principal, { deviceId });
  });
}
