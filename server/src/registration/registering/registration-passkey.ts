import {
  findAccountByEmail,
  finishFirstPasskey,
  type FirstPasskeyNeeds,
  recordingRefusal,
  type SignedIn,
  startFirstPasskey,
  type Visitor,
} from '../../auth/index.ts';
import type { Database, Executor, Transaction } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import { createRegistered } from './create-registered.ts';
import { type OpenRegistration, readRegistration } from './registration-row.ts';

/** A registration that chose no password: its way in is the passkey made now. Throws `link_ended` otherwise. */
async function readWithoutPassword(executor: Executor, token: string): Promise<OpenRegistration> {
  const open = await readRegistration(executor, token);
  if (open.passwordHash !== null || (await findAccountByEmail(executor, open.draft.email)))
    throw new AppError('link_ended');
  return open;
}

/** Begins the first passkey behind a confirmation link. Throws `link_ended`. */
export async function startRegistrationPasskey(
  { database, origin }: { database: Database; origin: string },
  token: string,
) {
  const { id, name, draft } = await readWithoutPassword(database.db, token);
  return startFirstPasskey(database.db, origin, { registrationId: id, email: draft.email, name });
}

type Answer = { token: string; ceremonyId: string; credential: Record<string, unknown>; passkeyName: string };

/** Makes the account with its proven passkey and signs in, all or nothing. Throws `link_ended`, `passkey_challenge`, `passkey_refused`. */
export function finishRegistrationPasskey(
  needs: FirstPasskeyNeeds,
  visitor: Visitor,
  answer: Answer,
): Promise<SignedIn> {
  return recordingRefusal(needs, null, async () => {
    const open = await readWithoutPassword(needs.database.db, answer.token);
    const create = (tx: Transaction, accountId: string) => createRegistered(needs, tx, open, accountId);
    return finishFirstPasskey(needs, { registrationId: open.id, visitor, answer }, create);
  });
}
