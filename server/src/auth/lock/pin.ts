import { and, eq } from 'drizzle-orm';
import { devices, passkeys } from '@concertation/schema';
import type { Principal } from '../../access/index.ts';
import type { Executor } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import type { AuthNeeds } from '../needs.ts';
import { changeNotice } from '../notices.ts';
import { hashPassword } from '../passwords/hash-password.ts';
import { tellOwner } from '../tell-owner.ts';

/** The hash of the four digits chosen on one of an account's browsers; null where none were. */
export async function pinHashOf(
  executor: Executor,
  accountId: string,
  deviceId: string | null,
): Promise<string | null> {
  if (!deviceId) return null;
  const [device] = await executor
    .select({ pinHash: devices.pinHash })
    .from(devices)
    .where(and(eq(devices.id, deviceId), eq(devices.accountId, accountId)));
  return device?.pinHash ?? null;
}

/** Whether somebody could unlock a screen that they lock here: by four digits, or by a passkey. */
export async function canUnlock(executor: Executor, accountId: string, deviceId: string | null): Promise<boolean> {
  if (await pinHashOf(executor, accountId, deviceId)) return true;
  const [held] = await executor
    .select({ id: passkeys.id })
    .from(passkeys)
    .where(eq(passkeys.accountId, accountId))
    .limit(1);
  return held !== undefined;
}

/**
 * Chooses the four digits that unlock the screen of this browser, in place of those before. Kept as Argon2id with a key
 * that the table does not hold: ten thousand tries would find them otherwise. Their owner is told. Throws `device_unknown` on a browser that
 * is not remembered. Source: PA-24.
 */
export async function choosePin(
  {
    database,
    audit,
    post,
    origin,
    accountKeys,
  }: Pick<AuthNeeds, 'database' | 'audit' | 'post' | 'origin' | 'accountKeys'>,
  principal: Principal,
  deviceId: string | null,
  pin: string,
): Promise<void> {
  if (!deviceId) throw new AppError('device_unknown');
  const pinHash = await hashPassword(pin, accountKeys.pepper);
  await database.transaction(async (tx) => {
    const chosen = await tx
      .update(devices)
      .set({ pinHash })
      .where(and(eq(devices.id, deviceId), eq(devices.accountId, principal.accountId)))
      .returning({ id: devices.id });
    if (chosen.length === 0) throw new AppError('device_unknown');
    await tellOwner(tx, post, principal.accountId, changeNotice('pin_chosen', origin));
    await audit.record(tx, 'pin.chosen', principal, { deviceId });
  });
}
