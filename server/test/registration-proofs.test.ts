import { and, eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { accounts, auditEvents, files, validationRequests } from '@concertation/schema';
import type { QueuedValidation } from '@concertation/shared/contracts';
import { createGuest } from '../src/auth/index.ts';
import { sweepKept } from '../src/files/removing/sweep-kept.ts';
import { forgetOldProofs } from '../src/registration/index.ts';
import { refusalCode } from './support/ask.ts';
import { newPatient } from './support/demonstration-world.ts';
import { inDays, type RegistrationWorld, type Somebody } from './support/registration-world.ts';
import { sampleImage, samplePdf } from './support/sample-files.ts';
import { createUpload, sendBytes } from './support/upload.ts';
import { ownPath, photograph, queuePath, trial, ValidationDesk } from './support/validation-desk.ts';
import { waitFor } from './support/wait-for.ts';

let desk: ValidationDesk;
let world: RegistrationWorld;
let support: Somebody;
let administrator: Somebody;
test.before(async () => {
  desk = await ValidationDesk.open();
  ({ world, support, administrator } = desk);
});
test.after(() => world?.stop());

// REG-11, REG-13; SC-23, SC-41
test('a proof is sent, waits, is looked at by support, and validates the account', async () => {
  const who = await world.somebody('proof@example.org', trial);
  const request = await desk.proofQueued(who);
  assert.equal(
    [request.kind, request.proofKind, request.state, request.file?.state, request.file?.pages],
    ['proof', 'professional_card', 'waiting', 'ready', 1],
  );
  assert.equal(
    (await desk.own(who)).requests.map(({ state, kind }) => [state, kind]),
    [['waiting', 'proof']],
  );

  const page = await fetch(`${world.server.origin}${queuePath}/${request.requestId}/pages/1`, {
    headers: { cookie: support.cookie },
  });
  assert.equal([page.status, page.headers.get('content-type')], [200, 'image/webp']);
  assert.match(page.headers.get('content-security-policy') ?? '', 'sandbox');
  assert.is((await world.ask(support, 'GET', `${queuePath}/${request.requestId}/pages/2`)).status, 404);
  const looked = and(eq(auditEvents.kind, 'proof.read'), eq(auditEvents.subject, `account:${who.accountId}`));
  assert.is((await world.db.select().from(auditEvents).where(looked)).length, 1);

  assert.is((await desk.decide(support, request.requestId, { decision: 'accepted' })).status, 204);
  const account = await desk.accountOf(who.accountId);
  assert.ok(account?.verifiedAt);
  assert.is(account?.verifiedBy, support.accountId);
  assert.is(await desk.lastSubject(who.email), 'Votre compte est validé');
  assert.is((await desk.own(who)).requests[0]?.state, 'accepted');
  assert.is(refusalCode(await desk.decide(support, request.requestId, { decision: 'accepted' })), 'wrong_state');
  const decided = await world.get<QueuedValidation[]>(support, 'GET', `${queuePath}?state=decided`);
  assert.is(decided[0]?.requestId, request.requestId);
});

// REG-12; SC-23
test('the image is shown to nobody once decided, and its bytes are removed after 30 days', async () => {
  const who = await world.somebody('removed@example.org', trial);
  const request = await desk.proofQueued(who);
  await desk.decide(support, request.requestId, { decision: 'refused', reason: 'La carte est expirée.' });
  assert.is((await world.ask(support, 'GET', `${queuePath}/${request.requestId}/pages/1`)).status, 404);
  const proof = async () => (await world.db.select().from(files).where(eq(files.accountId, who.accountId)))[0];
  const { store } = world.server.services.files;
  const bytesOf = async () => {
    const stream = await store.read((await proof())?.id ?? '', 'content');
    stream?.destroy();
    return stream !== null;
  };
  await sweepKept(world.server.services.files, inDays(29).getTime());
  assert.ok(await bytesOf());
  await sweepKept(world.server.services.files, inDays(31).getTime());
  assert.not(await bytesOf());
  assert.is((await proof())?.hash, null);
});

// REG-12
test('a proof that nobody decides is taken away after six months', async () => {
  const who = await world.somebody('forgotten@example.org', trial);
  const { requestId } = await desk.proofQueued(who);
  const { database } = world.server.services;
  await forgetOldProofs(database, inDays(179));
  assert.is((await desk.queued(who.accountId))?.requestId, requestId);
  await forgetOldProofs(database, inDays(181));
  assert.is(await desk.queued(who.accountId), undefined);
  assert.is((await desk.own(who)).requests[0]?.state, 'withdrawn');
});

// REG-13; SC-23
test('a refusal and another proof asked for give their reason to who asked, who may try again', async () => {
  const who = await world.somebody('again@example.org', trial);
  const first = await desk.proofQueued(who);
  assert.is(
    refusalCode(await desk.decide(support, first.requestId, { decision: 'refused' })),
    'invalid',
    'a reason is due',
  );
  const reason = 'La photographie est floue.';
  await desk.decide(support, first.requestId, { decision: 'asked_again', reason });
  assert.equal(
    (await desk.own(who)).requests.map((request) => [request.state, request.reason]),
    [['asked_again', reason]],
  );
  const [mail] = await world.mailsTo(who.email);
  assert.is(mail?.subject, 'Un autre justificatif est attendu');
  assert.match(mail?.text ?? '', reason);

  const second = await desk.proofQueued(who);
  await desk.decide(support, second.requestId, {
    decision: 'refused',
    reason: 'Ce n’est pas un professionnel de santé.',
  });
  assert.is(await desk.lastSubject(who.email), 'Votre demande de validation est refusée');
  assert.is((await desk.accountOf(who.accountId))?.verifiedAt, null);
});

// REG-11; SC-23, product 3.4 n° 7
test('a proof is a PDF, a JPEG or a PNG of at most 10 MB, recognised by its content', async () => {
  const who = await world.somebody('formats@example.org', trial);
  await desk.sendProof(who, Buffer.from('Je suis médecin.'), 'carte.pdf');
  await waitFor(async () => (await desk.own(who)).requests[0]?.state === 'asked_again', 'a refusal of the text');
  assert.match((await desk.own(who)).requests[0]?.reason ?? '', 'PDF, JPEG ou PNG');
  await desk.sendProof(who, await sampleImage().gif().toBuffer(), 'carte.gif');
  await waitFor(
    async () => (await desk.own(who)).requests.every(({ state }) => state === 'asked_again'),
    'a refusal of the GIF',
  );
  assert.is(await desk.queued(who.accountId), undefined);

  const big = { cookie: who.cookie, proof: 'professional_card', name: 'carte.jpg', content: new Uint8Array(1) };
  const declare = (length: number) => createUpload(world.server, big, { 'upload-length': String(length) });
  assert.is((await declare(10 * 1024 * 1024 + 1)).status, 413);
  assert.is((await declare(0)).status, 422);
  const other = await createUpload(world.server, { ...big, proof: 'passport' });
  assert.is(other.status, 422);

  const pdf = await (await samplePdf(2)).save();
  const request = await desk.proofQueued(who, pdf, 'carte.pdf');
  assert.is(request.file?.pages, 2);
});

// REG-11
test('a new proof takes the place of the one that waits, and one can be taken back', async () => {
  const who = await world.somebody('replace@example.org', trial);
  const first = await desk.proofQueued(who);
  await desk.sendProof(who, await photograph());
  await waitFor(async () => {
    const now = await desk.queued(who.accountId);
    return now !== undefined && now.requestId !== first.requestId;
  }, 'the second proof alone');
  const second = (await desk.queued(who.accountId)) as QueuedValidation;
  assert.equal(
    (await desk.own(who)).requests.map(({ state }) => state),
    ['waiting', 'withdrawn'],
  );
  const stranger = await world.somebody('stranger@example.org', trial);
  assert.is(refusalCode(await world.ask(stranger, 'DELETE', `${ownPath}/${second.requestId}`)), 'not_found');
  assert.is((await world.ask(who, 'DELETE', `${ownPath}/${second.requestId}`)).status, 204);
  assert.is(refusalCode(await world.ask(who, 'DELETE', `${ownPath}/${second.requestId}`)), 'wrong_state');
  assert.is(await desk.queued(who.accountId), undefined);
  assert.is(refusalCode(await desk.decide(support, second.requestId, { decision: 'accepted' })), 'wrong_state');
});

// REG-11; SC-22, SC-23
test('a proof is sent even when the trial is over, a document of a case is not; the valid and guests send none', async () => {
  const over = await world.somebody('closed@example.org', { trialEndsAt: inDays(-1) });
  await desk.proofQueued(over);
  const content = await photograph();
  const toCase = { cookie: over.cookie, caseId: over.accountId, name: 'a.jpg', content };
  assert.equal(((await (await createUpload(world.server, toCase)).json()) as { code: string }).code, 'trial_over');
  const refused = async (cookie: string | undefined) => {
    const response = await createUpload(world.server, { cookie, proof: 'hospital_badge', name: 'a.jpg', content });
    return ((await response.json()) as { code: string }).code;
  };
  assert.is(await refused(undefined), 'signed_out');
  assert.is(await refused((await world.somebody('valid@example.org')).cookie), 'wrong_state');
  const guest = { title: 'Mme', givenName: 'Ines', familyName: 'Carpentier', specialty: 'Cardiologue' } as const;
  const guestId = await world.server.services.database.transaction((tx) =>
    createGuest(tx, { ...guest, guestOf: crypto.randomUUID() }),
  );
  assert.is(await refused(await world.session(guestId, 'guest_link')), 'guest_only');
});

// REG-11
test('a proof of who was verified meanwhile asks nothing, and nobody sees it', async () => {
  const who = await world.somebody('verified-meanwhile@example.org', trial);
  const content = await photograph();
  const created = await createUpload(world.server, {
    cookie: who.cookie,
    proof: 'hospital_badge',
    name: 'a.jpg',
    content,
  });
  const location = created.headers.get('location') as string;
  await world.db.update(accounts).set({ verifiedAt: new Date() }).where(eq(accounts.id, who.accountId));
  assert.is((await sendBytes(world.server, who.cookie, location, 0, content)).status, 204);
  const [row] = await world.db
    .select()
    .from(files)
    .where(eq(files.id, location.split('/').at(-1) as string));
  assert.is(row?.state, 'removed');
  assert.equal((await desk.own(who)).requests, []);
  assert.is(await desk.queued(who.accountId), undefined);
});

// REG-11
test('somebody else neither goes on with an upload nor sees a proof, not even through a case', async () => {
  const who = await world.somebody('mine@example.org', trial);
  const outsider = await world.demonstration('outsider');
  const content = await photograph();
  const begun = await createUpload(world.server, {
    cookie: who.cookie,
    proof: 'hospital_badge',
    name: 'a.jpg',
    content,
  });
  const location = begun.headers.get('location') ?? '';
  const seen = await fetch(world.server.origin + location, {
    method: 'HEAD',
    headers: { cookie: outsider.cookie, 'tus-resumable': '1.0.0' },
  });
  assert.is(seen.status, 404);
  const fileId = location.split('/').at(-1);
  const presenter = await world.demonstration('presenter');
  const { caseId } = await world.get<{ caseId: string }>(presenter, 'POST', '/api/cases', newPatient());
  assert.is((await world.ask(presenter, 'GET', `/api/cases/${caseId}/files/${fileId}/content`)).status, 404);
});

// REG-13
test('only support and administrators see the queue and decide; nobody decides their own', async () => {
  const who = await world.somebody('queue@example.org', trial);
  const request = await desk.proofQueued(who);
  const coordinator = await world.demonstration('coordinator');
  for (const stranger of [coordinator, who]) {
    assert.is(refusalCode(await world.ask(stranger, 'GET', queuePath)), 'not_found');
    assert.is(refusalCode(await desk.decide(stranger, request.requestId, { decision: 'accepted' })), 'not_found');
    assert.is(refusalCode(await world.ask(stranger, 'GET', `${queuePath}/${request.requestId}/pages/1`)), 'not_found');
  }
  assert.ok((await desk.queue(administrator)).some(({ requestId }) => requestId === request.requestId));
  await world.db
    .update(validationRequests)
    .set({ accountId: support.accountId })
    .where(eq(validationRequests.id, request.requestId));
  assert.is(refusalCode(await desk.decide(support, request.requestId, { decision: 'accepted' })), 'forbidden');
  assert.is(refusalCode(await desk.decide(support, support.accountId, { decision: 'accepted' })), 'not_found');
});

// REG-14; SC-12, domain 3.1
test('an RPPS number is shown beside the directory, and is borne by one verified account', async () => {
  const number = '89900000004';
  const first = await world.somebody('number-one@example.org', trial);
  const second = await world.somebody('number-two@example.org', trial);
  for (const who of [first, second]) await desk.claim(who, number);
  const one = await desk.proofQueued(first);
  assert.equal([one.account.rpps, one.numberTaken], [number, false]);
  await desk.decide(support, one.requestId, { decision: 'accepted' });
  const two = await desk.proofQueued(second);
  assert.ok(two.numberTaken);
  assert.is(refusalCode(await desk.decide(support, two.requestId, { decision: 'accepted' })), 'rpps_taken');
  assert.is((await desk.accountOf(second.accountId))?.verifiedAt, null);
  assert.is((await desk.queued(second.accountId))?.state, 'waiting', 'nothing was decided');
});

// REG-14
test('of two accounts that claim a number and are accepted at once, one is', async () => {
  const number = '89900000095';
  const pair = [
    await world.somebody('race-one@example.org', trial),
    await world.somebody('race-two@example.org', trial),
  ];
  const requests: QueuedValidation[] = [];
  for (const who of pair) {
    await desk.claim(who, number);
    requests.push(await desk.proofQueued(who));
  }
  const answers = await Promise.all(
    requests.map(({ requestId }, index) =>
      desk.decide(index === 0 ? support : administrator, requestId, { decision: 'accepted' }),
    ),
  );
  assert.equal(
    answers.map(({ status }) => status).toSorted((a, b) => a - b),
    [204, 409],
  );
  assert.equal(
    answers.flatMap((answer) => refusalCode(answer) ?? []),
    ['rpps_taken'],
  );
});

test.run();
