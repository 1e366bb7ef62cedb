import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { sessions as openSessions } from '@concertation/schema';
import type { GrantRole } from '@concertation/shared/access';
import { documentName, type DocumentKind, type DocumentName } from '@concertation/shared/domain';
import { grant, type Grantee, revoke } from '../../src/access/index.ts';
import { createAccount, type Sessions } from '../../src/auth/index.ts';
import type { Database } from '../../src/database/index.ts';
import { createDocument } from '../../src/documents/index.ts';

/** A running product, in this process or another one. */
type World = { services: { database: Database; sessions: Sessions } };

export type TestPerson = { accountId: string; name: string; sessionId: string; cookie: string };

/** Makes somebody with an account and an open session, without the screens. */
export async function createPerson(
  { services: { database, sessions } }: World,
  familyName: string,
): Promise<TestPerson> {
  return database.transaction(async (tx) => {
    const person = { title: 'Dr', givenName: 'Claude', familyName, specialty: 'Oncologie' } as const;
    const accountId = await createAccount(tx, { ...person, email: `${randomUUID()}@example.org` });
    const { cookie } = await sessions.open(tx, { accountId, means: 'demonstration', device: 'test', replaces: null });
    const [session] = await tx
      .select({ id: openSessions.publicId })
      .from(openSessions)
      .where(eq(openSessions.accountId, accountId));
    return {
      accountId,
      name: `Dr Claude ${familyName}`,
      sessionId: session?.id as string,
      cookie: cookie.split(';', 1)[0] as string,
    };
  });
}

/** Makes a document of a kind, with roles on it. The rows behind it (case, meeting, report) are not needed to write. */
export async function createOpenDocument(
  { services: { database } }: World,
  kind: DocumentKind,
  roles: [TestPerson, GrantRole][],
): Promise<DocumentName> {
  const id = randomUUID();
  await database.transaction(async (tx) => {
    await createDocument(tx, documentName(kind, id));
    for (const [person, role] of roles)
      await grant(tx, {
        subject: { kind, id },
        grantee: { kind: 'account', id: person.accountId },
        role,
        grantedBy: null,
      });
  });
  return documentName(kind, id);
}

/** Gives a role on a document's entity. Returns how to withdraw it. */
export async function giveRole(
  { services: { database } }: World,
  name: DocumentName,
  grantee: Grantee,
  role: GrantRole,
): Promise<() => Promise<void>> {
  const [kind, id] = name.split(':') as [DocumentKind, string];
  const given = await database.transaction((tx) =>
    grant(tx, { subject: { kind, id }, grantee, role, grantedBy: null }),
  );
  return async () => void (await database.transaction((tx) => revoke(tx, given.subject, given.id)));
}
