import { eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { conversationPeople, notifications } from '@concertation/schema';
import type { Erasure } from '@concertation/shared/contracts';
import { newId } from '../src/lib/index.ts';
import { openTools } from './pdf-tools.ts';
import { refusalCode } from './support/ask.ts';
import { MessagingWorld } from './support/messaging-world.ts';
import type { Somebody } from './support/registration-world.ts';

// docs/specs/messages.md and docs/specs/personal-data.md: what a person takes away, and what stays without them.

const tools = openTools();
let world: MessagingWorld;
test.before(async () => {
  world = await MessagingWorld.open();
});
test.after(async () => {
  tools.close();
  await world?.stop();
});

const exported = ({ cookie }: Somebody, format: string) =>
  fetch(`${world.server.origin}/api/account/personal-data/export?format=${format}`, { headers: { cookie } });

// SC-43, SC-44, PER-3
test('the export carries my conversations and what I wrote, and not what others wrote', async () => {
  const [anne, boris, chloe] = await world.people('Anne', 'Boris', 'Chloé');
  const kept = await world.start(anne, [boris], { subject: 'Salle de jeudi', text: 'La salle quatre convient.' });
  await world.send(boris, kept.conversationId, 'Réponse qui appartient à Boris');
  const messageId = newId();
  await world.send(anne, kept.conversationId, 'Phrase retirée ensuite', messageId);
  await world.withdraw(anne, { ...kept, messageId });
  const left = await world.start(anne, [chloe], { subject: 'Garde du samedi', text: 'Je prends la garde.\nEntendu ?' });
  await world.leave(anne, left.conversationId);

  const text = await (await exported(anne, 'json')).text();
  const { messaging } = JSON.parse(text) as { messaging: { conversations: unknown[]; messages: unknown[] } };
  assert.is(messaging.conversations.length, 1, 'those where I still take part');
  assert.match(JSON.stringify(messaging.conversations), '"subject":"Salle de jeudi","with":["Mme Boris Bonnet"]');
  assert.equal(
    (messaging.messages as { subject: string; text: string | null }[]).map((one) => [one.subject, one.text]),
    [
      ['Garde du samedi', 'Je prends la garde.\nEntendu ?'],
      ['Salle de jeudi', null],
      ['Salle de jeudi', 'La salle quatre convient.'],
    ],
  );
  for (const hidden of ['appartient à Boris', 'retirée ensuite', kept.conversationId, boris.accountId, boris.email])
    assert.not(text.includes(hidden), hidden);

  const bytes = new Uint8Array(await (await exported(anne, 'pdf')).arrayBuffer());
  const words = tools.wordsOf(bytes);
  for (const shown of ['Messages', 'Salle', 'jeudi', 'convient.', 'Garde', 'Entendu', 'retiré'])
    assert.ok(words.includes(shown), shown);
  assert.not(words.includes('U+000A'), 'lines of a message are set on one');
  if (process.env.SHOTS)
    tools.run('pdftoppm', '-png', '-r', '60', tools.keep(bytes), `${process.env.SHOTS}/messages-personal-data-pdf`);
});

// SC-43, SC-44, PER-8, PER-9
test('an erased account leaves its conversations; what it wrote stays for the others, under its name', async () => {
  const administrator = await world.registration.demonstration('administrator');
  const [anne, boris, chloe] = await world.people('Anne', 'Boris', 'Chloé');
  const three = await world.start(anne, [boris, chloe], { text: 'Mot qui reste' });
  const two = await world.start(anne, [boris]);
  const erasure = { email: anne.email };
  const asked = await world.registration.get<Erasure>(anne, 'POST', '/api/account/erasure', erasure);
  // Somebody writes at the same instant: before or after, and nothing is left of it with who is gone.
  const [decided, sent] = await Promise.all([
    world.registration.ask(administrator, 'POST', `/api/administration/erasures/${asked.requestId}`, {
      decision: 'done',
    }),
    world.send(boris, three.conversationId, 'En même temps'),
  ]);
  assert.equal([decided.status, sent.status], [204, 204]);

  const { people, messages } = await world.read(boris, three.conversationId);
  const gone = people.find(({ accountId }) => accountId === anne.accountId);
  assert.equal([gone?.name, gone?.left], ['Mme Anne Bonnet', true]);
  assert.is(messages[0]?.text, 'Mot qui reste');
  assert.is(refusalCode(await world.send(boris, two.conversationId)), 'wrong_state');
  assert.is(refusalCode(await world.add(boris, two.conversationId, [anne])), 'not_found');
  const { db } = world.registration;
  const rows = await db.select().from(conversationPeople).where(eq(conversationPeople.accountId, anne.accountId));
  assert.ok(rows.length === 2 && rows.every(({ leftAt }) => leftAt));
  assert.equal(await db.select().from(notifications).where(eq(notifications.accountId, anne.accountId)), []);
});

test.run();
