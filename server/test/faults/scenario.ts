import { setTimeout as sleep } from 'node:timers/promises';
import * as Y from 'yjs';
import { fieldsMap, sectionText } from '@concertation/shared/documents';
import type { DocumentName } from '@concertation/shared/domain';
import { readState, verifyJournal } from '../../src/documents/index.ts';
import { createOpenDocument, createPerson } from '../support/sync-world.ts';
import { waitFor } from '../support/wait-for.ts';
import type { Product } from './product.ts';
import { seededRandom } from './random.ts';
import { Typist } from './typist.ts';

const faults = ['server', 'database', 'both', 'stop'] as const;
export type Fault = (typeof faults)[number];

/** What a seed decides: which fault, each in its turn, and when. */
export function planOf(seed: number): { fault: Fault; afterMs: number } {
  const random = seededRandom(seed);
  return { fault: faults[seed % faults.length] as Fault, afterMs: 50 + random() * 500 };
}

type Content = { text: string; fields: Map<string, string> };

function contentOf(document: Y.Doc): Content {
  return { text: sectionText(document, 'summary').toString(), fields: new Map(fieldsMap(document).entries()) };
}

/** The database may be coming back: asked until it answers. */
async function ask<Answer>(question: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await question();
    } catch (error) {
      if (tries === 100) throw error;
      await sleep(100);
    }
  }
}

async function storedContent({ services: { database } }: Product, name: DocumentName): Promise<Content> {
  const { rows, brokenAt } = await ask(() => verifyJournal(database.db, name));
  if (brokenAt !== null) throw new Error(`the journal of ${name} is broken at ${brokenAt} of ${rows}`);
  const { state } = await ask(() => readState(database.db, name));
  const document = new Y.Doc();
  Y.applyUpdate(document, state);
  return contentOf(document);
}

const count = (text: string, word: string): number => text.split(word).length - 1;

/** Throws unless each of these edits is in the content exactly once; `later` may have taken it back. */
function expectEdits(content: Content, typist: Typist, edits: Typist['edits'], when: string): void {
  const removed = new Set(typist.edits.filter(({ kind }) => kind === 'removal').map(({ word }) => word));
  for (const { word, kind } of edits) {
    const found = kind === 'field' ? Number(content.fields.get(word) === word) : count(content.text, word);
    const expected = kind === 'removal' ? 0 : 1;
    if (kind === 'text' && removed.has(word) ? found > 1 : found !== expected)
      throw new Error(`${when}: ${kind} ${word} of ${typist.name} is there ${found} times instead of ${expected}`);
  }
}

async function strike(product: Product, fault: Fault): Promise<void> {
  if (fault === 'server') await product.killServer();
  if (fault === 'both') await product.killBoth();
  if (fault === 'stop') await product.stopServer();
  if (fault === 'database') product.killDatabase();
}

async function assemble(product: Product, seed: number): Promise<Typist[]> {
  const people = await Promise.all(['A', 'B', 'C'].map((name) => ask(() => createPerson(product, `${name}${seed}`))));
  const names = await Promise.all(
    [0, 1].map(() =>
      ask(() =>
        createOpenDocument(
          product,
          'case',
          people.map((person) => [person, 'owner']),
        ),
      ),
    ),
  );
  const typists = names.flatMap((name, document) =>
    people.map(({ cookie }, index) => {
      const label = `${seed}.${document}.${index}`;
      return new Typist(product, cookie, name, label, seededRandom(seed * 31 + document * 7 + index));
    }),
  );
  await Promise.all(typists.map((typist) => typist.synced()));
  return typists;
}

/**
 * One fault under load. Six people type on two documents; at the moment that the seed chose something is killed. What
 * had been acknowledged must be in the database before anybody comes back; then everybody does, and everything that was
 * ever typed must be there, once, in every replica. Rules SYNC-1, SYNC-3 to SYNC-7, SYNC-17.
 */
export async function runScenario(
  product: Product,
  seed: number,
): Promise<{ fault: Fault; edits: number; acknowledged: number }> {
  const { fault, afterMs } = planOf(seed);
  const typists = await assemble(product, seed);
  try {
    for (const typist of typists) typist.start();
    await sleep(afterMs);
    await strike(product, fault);
    if (fault !== 'database') for (const typist of typists) typist.leave();
    await sleep(100);
    const acknowledged = typists.map((typist) => typist.acknowledged);
    const names = [...new Set(typists.map(({ name }) => name as DocumentName))];
    if (fault !== 'database') await product.start();

    const stored = new Map(
      await Promise.all(names.map(async (name) => [name, await storedContent(product, name)] as const)),
    );
    typists.forEach((typist, index) =>
      expectEdits(
        stored.get(typist.name as DocumentName) as Content,
        typist,
        acknowledged[index] ?? [],
        `after ${fault}`,
      ),
    );

    for (const typist of typists) typist.comeBack();
    await Promise.all(typists.map((typist) => typist.stop()));
    await Promise.all(typists.map((typist) => typist.saved()));
    for (const name of names)
      await expectAgreement(
        product,
        name,
        typists.filter((typist) => typist.name === name),
      );
    const sum = (lists: { length: number }[]): number => lists.reduce((total, { length }) => total + length, 0);
    return { fault, edits: sum(typists.map(({ edits }) => edits)), acknowledged: sum(acknowledged) };
  } finally {
    await Promise.all(typists.map((typist) => typist.stop()));
    for (const typist of typists) typist.close();
  }
}

async function expectAgreement(product: Product, name: DocumentName, typists: Typist[]): Promise<void> {
  const stored = await storedContent(product, name);
  for (const typist of typists) {
    expectEdits(stored, typist, typist.edits, 'at the end');
    await waitFor(() => {
      const { text, fields } = contentOf(typist.document);
      return text === stored.text && fields.size === stored.fields.size;
    }, `the replica of ${typist.name} equal to what is stored`);
  }
}
