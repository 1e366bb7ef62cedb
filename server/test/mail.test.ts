import { eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { mails } from '@concertation/schema';
import { createAccount } from '../src/auth/index.ts';
import { sendMailJob } from '../src/notifications/mail/send-mail-job.ts';
import { type Mail, runDigest } from '../src/notifications/index.ts';
import { startTestServer, type TestServer } from './harness.ts';
import { MailRelay } from './support/mail-relay.ts';
import { waitFor } from './support/wait-for.ts';

let relay: MailRelay;
let server: TestServer;
test.before(async () => {
  relay = await MailRelay.open();
  server = await startTestServer({
    DEMONSTRATION: '0',
    SMTP_URL: relay.url,
    MAIL_FROM: 'RCP d’Occitanie <rcp@exemple.fr>',
    SUPPORT_EMAIL: 'aide@exemple.fr',
  });
});
test.after(async () => {
  await server.stop();
  await relay.close();
});

const send = (mail: Mail) => server.services.database.transaction((tx) => server.services.sendMail(tx, mail));
const rowTo = async (recipient: string) => {
  const [row] = await server.services.database.db.select().from(mails).where(eq(mails.recipient, recipient));
  return row;
};
const sent = (recipient: string) =>
  waitFor(async () => (await rowTo(recipient))?.sentAt !== null && relay.to(recipient).length > 0, `mail ${recipient}`);

const calendar = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'METHOD:REQUEST', 'END:VCALENDAR', ''].join('\r\n');

async function account(name: string, email: string): Promise<string> {
  const person = {
    email,
    title: 'Dr',
    givenName: 'Camille',
    familyName: name,
    specialty: 'Oncologie médicale',
  } as const;
  return server.services.database.transaction((tx) => createAccount(tx, person));
}

test('a mail that holds a secret link is forgotten, but for its subject, once it has left', async () => {
  const link = 'https://rcp.exemple.fr/mot-de-passe#secret';
  await send({ recipient: 'secret@exemple.fr', subject: 'Votre lien', text: link, secret: true });
  await sent('secret@exemple.fr');
  assert.match(relay.to('secret@exemple.fr')[0]?.raw ?? '', 'secret');
  const row = await rowTo('secret@exemple.fr');
  assert.equal([row?.subject, row?.text, row?.html], ['Votre lien', '', '']);
});

test('a mail leaves once, in text and HTML, named after its row; asked again, it does not leave again', async () => {
  await send({
    recipient: 'une@exemple.fr',
    subject: 'Séance d’été',
    text: 'Bonjour,\n\nVoir https://rcp.exemple.fr/x.',
  });
  await sent('une@exemple.fr');
  const [{ email, raw }] = relay.to('une@exemple.fr') as [(typeof relay.delivered)[number]];
  const row = await rowTo('une@exemple.fr');
  assert.is(email.messageId, `<${row?.id}@exemple.fr>`);
  assert.is(email.subject, 'Séance d’été');
  assert.equal(email.from, { name: 'RCP d’Occitanie', address: 'rcp@exemple.fr' });
  assert.match(email.text ?? '', 'Voir https://rcp.exemple.fr/x.');
  assert.match(email.html ?? '', '<a href="https://rcp.exemple.fr/x">https://rcp.exemple.fr/x</a>.');
  assert.match(raw, /^Auto-Submitted: auto-generated/m);
  const { database, jobs } = server.services;
  await database.transaction((tx) => jobs.enqueue(tx, sendMailJob, { mailId: row?.id ?? '' }));
  await send({ recipient: 'apres@exemple.fr', subject: 'Après', text: 'Après.' });
  await sent('apres@exemple.fr');
  assert.is(relay.to('une@exemple.fr').length, 1);
});

test('what a transaction that fails would have sent never leaves', async () => {
  const { database, sendMail } = server.services;
  await database
    .transaction(async (tx) => {
      await sendMail(tx, { recipient: 'jamais@exemple.fr', subject: 'Jamais', text: 'Jamais.' });
      throw new Error('rolled back');
    })
    // Rolled back on purpose.
    .catch(() => undefined);
  assert.is(await rowTo('jamais@exemple.fr'), undefined);
});

// OO-24, OO-28, OO-30, OO-32
test('a notice reaches its people with its calendar, as an alternative that diaries read and as an attachment', async () => {
  const to = [await account('Agenda', 'agenda@exemple.fr')];
  const { database, tell } = server.services;
  await database.transaction((tx) =>
    tell(tx, {
      to,
      kind: 'meeting_planned',
      about: { boardName: 'RCP Digestif', startsAt: '2026-11-26T17:00:00.000Z' },
      calendar: { method: 'REQUEST', content: calendar },
    }),
  );
  await sent('agenda@exemple.fr');
  const [{ email, raw }] = relay.to('agenda@exemple.fr') as [(typeof relay.delivered)[number]];
  assert.match(raw.replace(/\r\n\s+/g, ' '), /Content-Type: text\/calendar; charset=utf-8; method=REQUEST/i);
  assert.is(email.subject, 'Réunion prévue : RCP Digestif');
  assert.match(email.text ?? '', 'jeudi 26 novembre 2026 à 18:00');
  const attached = email.attachments.find(({ filename }) => filename === 'reunion.ics');
  assert.is(attached?.mimeType, 'application/ics');
  assert.match(raw.replaceAll('\r\n', ''), Buffer.from(calendar).toString('base64'));
  assert.is(attached?.disposition, 'attachment');
});

// OO-07
test('every mail says where to find help, and how to receive fewer', async () => {
  const to = [await account('Aide', 'demande@exemple.fr')];
  const { database, tell, origin } = server.services;
  await database.transaction((tx) =>
    tell(tx, { to, kind: 'member_added', about: { boardName: 'RCP', by: 'Dr Brun' } }),
  );
  await sent('demande@exemple.fr');
  const text = relay.to('demande@exemple.fr')[0]?.email.text ?? '';
  for (const words of ['Assistance : aide@exemple.fr', `${origin}/test-de-connexion`, `${origin}/compte#notifications`])
    assert.match(text, words);
});

test('nothing typed can add a header or a recipient', async () => {
  const hostile: Mail[] = [
    { recipient: 'a@exemple.fr\r\nBcc: b@exemple.fr', subject: 'Objet', text: '' },
    { recipient: 'a@exemple.fr, b@exemple.fr', subject: 'Objet', text: '' },
    { recipient: '<a@exemple.fr> b@exemple.fr', subject: 'Objet', text: '' },
    { recipient: 'a@exemple.fr', subject: 'Objet\r\nBcc: b@exemple.fr', text: '' },
    { recipient: 'a@exemple.fr', subject: 'Objet\nX: y', text: '' },
  ];
  for (const mail of hostile) {
    const refused = await send(mail).then(
      () => null,
      (error: unknown) => (error as { code?: string }).code,
    );
    assert.is(refused, 'invalid', JSON.stringify(mail));
  }
  const to = [await account('Cible', 'cible@exemple.fr')];
  const { database, tell } = server.services;
  await database.transaction((tx) =>
    tell(tx, {
      to,
      kind: 'member_added',
      about: { boardName: 'RCP\r\nBcc: b@exemple.fr', by: 'X <b>\nTo: c@exemple.fr' },
    }),
  );
  await sent('cible@exemple.fr');
  const { recipients, email } = relay.to('cible@exemple.fr')[0] as (typeof relay.delivered)[number];
  assert.equal(recipients, ['cible@exemple.fr']);
  assert.is(email.bcc?.length ?? 0, 0);
  assert.is(email.subject, 'Vous faites partie de RCP Bcc: b@exemple.fr');
  assert.match(email.html ?? '', 'X &lt;b&gt; To: c@exemple.fr');
});

test('a recipient that the relay refuses for good is recorded, and not tried again; for now, it is tried again', async () => {
  await send({ recipient: 'refused@exemple.fr', subject: 'Refus', text: 'Refus.' });
  await waitFor(async () => ((await rowTo('refused@exemple.fr'))?.failure ?? null) !== null, 'the refusal is recorded');
  assert.match((await rowTo('refused@exemple.fr'))?.failure ?? '', '550');
  const states = () =>
    server.services.database.raw<{ state: string; mail: string }[]>`
      select state::text as state, data->>'mailId' as mail from jobs.job where name = 'mail.send'`;
  const stateOf = async (recipient: string) => {
    const id = (await rowTo(recipient))?.id;
    return (await states()).find(({ mail }) => mail === id)?.state;
  };
  await waitFor(async () => (await stateOf('refused@exemple.fr')) === 'completed', 'the refused mail is done with');
  await send({ recipient: 'later@exemple.fr', subject: 'Plus tard', text: 'Plus tard.' });
  await waitFor(async () => (await stateOf('later@exemple.fr')) === 'retry', 'the other is to be retried');
  assert.match((await rowTo('later@exemple.fr'))?.failure ?? '', '451');
});

test('while the relay is down a mail waits, and it leaves once when the relay is back', async () => {
  await relay.close();
  await send({ recipient: 'patience@exemple.fr', subject: 'Patience', text: 'Patience.' });
  await waitFor(async () => ((await rowTo('patience@exemple.fr'))?.failure ?? null) !== null, 'a try has failed');
  assert.is((await rowTo('patience@exemple.fr'))?.sentAt, null);
  await relay.listen();
  await sent('patience@exemple.fr');
  assert.is(relay.to('patience@exemple.fr').length, 1);
  assert.is((await rowTo('patience@exemple.fr'))?.failure, null);
});

// SC-82, OO-26
test('the digest of a day leaves once, with the counts and the latest connection test', async () => {
  const accountId = await account('Veille', 'veille@exemple.fr');
  const { database, jobs, origin, configuration } = server.services;
  const meeting = {
    meetingId: '0199a0c0-0000-7000-8000-000000000001',
    boardName: 'RCP Digestif',
    timeZone: 'Europe/Paris',
    startsAt: new Date('2026-11-26T17:00:00Z'),
    fictitious: false,
    administers: true,
    cases: 3,
    notReady: 1,
    toComplete: [],
  };
  const needs = {
    database,
    jobs,
    setting: () => ({ origin, support: configuration.support }),
    factsOf: () => Promise.resolve([{ accountId, meetings: [meeting] }]),
  };
  assert.is(await runDigest(needs, '2026-11-26'), 1);
  assert.is(await runDigest(needs, '2026-11-26'), 0);
  await sent('veille@exemple.fr');
  const [{ email }] = relay.to('veille@exemple.fr') as [(typeof relay.delivered)[number]];
  assert.is(email.subject, 'Demain en RCP : 3 dossiers, dont 1 non prêt');
  for (const words of ['RCP Digestif, à 18:00 : 3 dossiers, dont 1 non prêt.', 'dernier test de connexion : aucun'])
    assert.match(email.text ?? '', words);
  assert.is(relay.to('veille@exemple.fr').length, 1);
});

test.run();
