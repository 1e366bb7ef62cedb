import { eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { grants, meetings, reports } from '@concertation/schema';
import { may, platform, type Subject } from '@concertation/shared/access';
import { demonstrationAccounts, type Endpoint, endpoints } from '@concertation/shared/contracts';
import { documentKinds, documentName, type DocumentKind } from '@concertation/shared/domain';
import { grant, rolesOf } from '../src/access/index.ts';
import { createGuest } from '../src/auth/index.ts';
import { newId } from '../src/lib/index.ts';
import { startTestServer, type TestServer } from './harness.ts';
import { signIn } from './support/sign-in.ts';
import { SyncClient } from './support/sync-client.ts';
import { waitFor } from './support/wait-for.ts';

// ACC-1, ACC-3: every endpoint of the contracts and every channel, for every demonstration role, for the guest of a
// meeting (GST-6) and for nobody. What is expected is computed
// from the grants and the rules, so a new endpoint is tested as soon as it is declared.

let server: TestServer;
const everybody = [...demonstrationAccounts, 'guest'] as const;
const cookies = new Map<string, { cookie: string; accountId: string }>();
const subjects = new Map<Subject['kind'], string>();

const readActions = {
  platform: 'platform.read',
  organisation: 'organisation.read',
  board: 'board.read',
  cohort: 'cohort.read',
  case: 'case.read',
  meeting: 'meeting.read',
  report: 'report.read',
} as const;

function askAs(account: string, path: string, body?: unknown): Promise<Response> {
  const { cookie } = cookies.get(account) as { cookie: string };
  const content = body === undefined ? {} : { body: JSON.stringify(body) };
  const headers = { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
  return fetch(server.origin + path, { method: 'POST', headers, ...content });
}

/** Somebody without an account, in a session that a guest's link opens. */
async function signGuestIn(meetingId: string): Promise<void> {
  const { database, sessions } = server.services;
  const guest = { title: 'Mme', givenName: 'Ines', familyName: 'Carpentier', specialty: 'Cardiologue' } as const;
  const opened = await database.transaction(async (tx) => {
    const accountId = await createGuest(tx, { ...guest, guestOf: meetingId });
    const subject = { kind: 'meeting', id: meetingId } as const;
    await grant(tx, { subject, grantee: { kind: 'account', id: accountId }, role: 'guest', grantedBy: null });
    const browser = { device: 'test', replaces: null };
    return { accountId, ...(await sessions.open(tx, { ...browser, accountId, means: 'guest_link' })) };
  });
  cookies.set('guest', { accountId: opened.accountId, cookie: opened.cookie.split(';', 1)[0] as string });
}

test.before(async () => {
  server = await startTestServer();
  for (const account of demonstrationAccounts) {
    const { cookie, me } = await signIn(server, account);
    cookies.set(account, { cookie, accountId: me.accountId });
  }
  const { db } = server.services.database;
  const [meeting] = await db.select().from(meetings).where(eq(meetings.state, 'running')).limit(1);
  assert.ok(meeting, 'the demonstration holds a running meeting');
  await signGuestIn(meeting.id);
  const [report] = await db.select().from(reports).where(eq(reports.state, 'draft')).limit(1);
  // Its administrator is the coordinator, the referent belongs to it, and the others have nothing to do with it.
  const asked = await askAs('coordinator', '/api/organisations', {
    kind: 'establishment',
    name: 'Hôpital de la matrice',
  });
  const { organisationId } = (await asked.json()) as { organisationId: string };
  await askAs('referent', `/api/organisations/${organisationId}/affiliation`);
  // The same of a cohort: the coordinator owns it, the referent shares it.
  const created = await askAs('coordinator', '/api/cohorts', { name: 'Cohorte de la matrice' });
  const { cohortId } = (await created.json()) as { cohortId: string };
  await askAs('coordinator', `/api/cohorts/${cohortId}/members`, { accountId: cookies.get('referent')?.accountId });
  const [presented] = await db.select().from(grants).where(eq(grants.subjectKind, 'case')).limit(1);
  subjects
    .set('meeting', meeting.id)
    .set('board', meeting.boardId)
    .set('organisation', organisationId)
    .set('cohort', cohortId)
    .set('report', report?.id ?? '')
    .set('case', presented?.subjectId ?? '');
});
test.after(() => server?.stop());

function address(endpoint: Endpoint, replace: (name: string) => string): string {
  return endpoint.path.replace(/:(\w+)/g, (_, name: string) => replace(name));
}

async function ask(
  endpoint: Endpoint,
  path: string,
  cookie?: string,
): Promise<{ status: number; code: string | null }> {
  // Nothing valid is sent where a body is expected: what passes the gate is then refused as `invalid`, and changes nothing.
  const hasBody = endpoint.method === 'POST' || endpoint.method === 'PATCH';
  const response = await fetch(server.origin + path, {
    method: endpoint.method,
    headers: { ...(cookie ? { cookie } : {}), ...(hasBody ? { 'content-type': 'application/json' } : {}) },
    ...(hasBody ? { body: JSON.stringify({ unexpected: true }) } : {}),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  return {
    status: response.status,
    code: isJson && response.status >= 400 ? (JSON.parse(text) as { code: string }).code : null,
  };
}

// Ending the session under test would change what follows; its own tests are in auth.
const leftOut = new Set(['logout']);
// What deletes its subject comes last: after it, nobody has a role on it.
const last = 'removeCohort';
const gated = (Object.entries(endpoints) as [string, Endpoint][])
  .filter(([name]) => !leftOut.has(name))
  .sort(([a], [b]) => Number(a === last) - Number(b === last));

for (const [name, endpoint] of gated) {
  test(`${name}: nobody`, async () => {
    const { status, code } = await ask(
      endpoint,
      address(endpoint, () => newId()),
    );
    if (endpoint.gate === 'public') assert.is.not(status, 401);
    else assert.equal({ status, code }, { status: 401, code: 'signed_out' });
  });

  const { gate } = endpoint;
  if (typeof gate === 'string') {
    test(`${name}: guest`, async () => {
      const { status, code } = await ask(
        endpoint,
        address(endpoint, () => newId()),
        cookies.get('guest')?.cookie,
      );
      if (gate !== 'public' && gate !== 'session') assert.equal({ status, code }, { status: 403, code: 'guest_only' });
      else assert.not([401, 403, 500].includes(status), `${status} ${code}`);
    });
    continue;
  }
  for (const account of everybody)
    test(`${name}: ${account}`, async () => {
      const { cookie, accountId } = cookies.get(account) as { cookie: string; accountId: string };
      const id = gate.subject === 'platform' ? platform.id : (subjects.get(gate.subject) as string);
      const held = 'param' in gate ? gate.param : null;
      const roles = await rolesOf(server.services.database.db, accountId, { kind: gate.subject, id });
      const answer = await ask(
        endpoint,
        address(endpoint, (param) => (param === held ? id : newId())),
        cookie,
      );
      if (!may(readActions[gate.subject], roles)) {
        const unknown = await ask(
          endpoint,
          address(endpoint, () => newId()),
          cookie,
        );
        assert.equal(answer, { status: 404, code: 'not_found' });
        assert.equal(unknown, answer, 'what is not yours looks like what does not exist');
      } else if (!may(gate.action, roles)) assert.equal(answer, { status: 403, code: 'forbidden' });
      else {
        assert.is.not(answer.status, 401);
        assert.is.not(answer.code, 'forbidden');
        assert.is.not(answer.status, 500);
      }
    });
}

/** What the rules give an account on a channel: to write, only to read, or nothing. */
async function expectedRole(account: string, kind: DocumentKind): Promise<'writer' | 'reader' | 'refused'> {
  const { accountId } = cookies.get(account) as { accountId: string };
  const id = subjects.get(kind) as string;
  const roles = await rolesOf(server.services.database.db, accountId, { kind, id });
  if (may(`${kind}.write`, roles)) return 'writer';
  return may(`${kind}.read`, roles) ? 'reader' : 'refused';
}

for (const kind of documentKinds)
  for (const account of everybody)
    test(`channel of a ${kind}: ${account}`, async () => {
      const { cookie } = cookies.get(account) as { cookie: string };
      const client = new SyncClient(server, cookie, documentName(kind, subjects.get(kind) as string));
      try {
        await waitFor(() => client.provider.synced || client.reasons.length > 0, 'an answer');
        const expected = await expectedRole(account, kind);
        const scope = client.provider.authorizedScope;
        const role = client.reasons.length > 0 ? 'refused' : scope === 'readonly' ? 'reader' : 'writer';
        assert.is(role, expected);
        if (role === 'refused') assert.equal(client.reasons, ['not_found']);
      } finally {
        client.close();
      }
    });

test('a channel of what does not exist is refused like one that is not yours', async () => {
  const { cookie } = cookies.get('coordinator') as { cookie: string };
  for (const kind of documentKinds) {
    const client = new SyncClient(server, cookie, documentName(kind, newId()));
    try {
      await waitFor(() => client.reasons.length > 0, 'a refusal');
      assert.equal(client.reasons, ['not_found']);
    } finally {
      client.close();
    }
  }
});

test('an id that is no id is not found, for who may read everything of it too', async () => {
  const { cookie } = cookies.get('coordinator') as { cookie: string };
  for (const id of ['1', 'null', '%00', '..%2f..', 'x'.repeat(300)]) {
    const response = await fetch(`${server.origin}/api/cases/${id}`, { headers: { cookie } });
    assert.is(response.status, 404, id);
  }
});

test('malformed JSON and oversize bodies are refused in words', async () => {
  const { cookie } = cookies.get('coordinator') as { cookie: string };
  const send = (body: string) =>
    fetch(`${server.origin}/api/cases`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body,
    });
  const malformed = await send('{"birthName":');
  assert.is(malformed.status, 400);
  assert.match(((await malformed.json()) as { message: string }).message, 'illisible');
  const oversize = await send(JSON.stringify({ birthName: 'x'.repeat(300_000) }));
  assert.is(oversize.status, 413);
});

test.run();
