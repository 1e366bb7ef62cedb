import { createHash } from 'node:crypto';
import { provenance as provenanceSchema } from '@concertation/shared/contracts';
import { reportSections } from '@concertation/shared/documents';
import { z } from 'zod';
import { sectionPlainText } from '../../documents/index.ts';
import { canonicalJson } from '../../lib/index.ts';
import { readDraft } from '../freeze/draft.ts';

/** What a verification reads of the frozen facts; the rest is compared as it is. */
const shownFacts = z.looseObject({
  documentNumber: z.string(),
  version: z.number().int(),
  establishment: z.string(),
  frozenAt: z.string(),
  frozenBy: z.looseObject({ name: z.string() }),
  fields: z.record(z.string(), z.string()),
  replaces: z.looseObject({ documentNumber: z.string() }).nullable(),
});
const carried = z.looseObject({
  stateHash: z.string(),
  facts: shownFacts,
  sections: z.record(z.string(), z.unknown()),
});

export type CarriedReport = z.infer<typeof shownFacts> & { stateHash: string };

const parse = (bytes: Uint8Array): unknown => JSON.parse(Buffer.from(bytes).toString('utf8'));

/** What the file says of itself; null where it carries nothing of the product. */
export function readCarried(files: ReadonlyMap<string, Uint8Array>): CarriedReport | null {
  const json = files.get('compte-rendu.json');
  const read = json && carried.safeParse(parse(json));
  return read?.success ? { ...read.data.facts, stateHash: read.data.stateHash } : null;
}

/**
 * True when the frozen bytes have the hash that is written, and say what the file says they say, its decision too; null
 * where it carries neither, as the first reports.
 */
export function bytesHold(files: ReadonlyMap<string, Uint8Array>): boolean | null {
  const [state, json] = [files.get('compte-rendu.yjs'), files.get('compte-rendu.json')];
  if (!state && !json) return null;
  const read = json && carried.safeParse(parse(json));
  if (!state || !read?.success) return false;
  if (createHash('sha256').update(state).digest('hex') !== read.data.stateHash) return false;
  const { sections, fields } = readDraft(state);
  return (
    canonicalJson(sections) === canonicalJson(read.data.sections) &&
    canonicalJson(fields) === canonicalJson(read.data.facts.fields)
  );
}

/** True when every word of the frozen bytes, and no other, has its author in the file; null where it carries none. */
export function provenanceHolds(files: ReadonlyMap<string, Uint8Array>): boolean | null {
  const [state, json] = [files.get('compte-rendu.yjs'), files.get('provenance.json')];
  if (!json) return null;
  const read = provenanceSchema.safeParse(parse(json));
  const said = readCarried(files);
  if (!state || !read.success || !said) return false;
  const { stateHash, documentNumber, sections, fields, people } = read.data;
  if (stateHash !== said.stateHash || documentNumber !== said.documentNumber) return false;
  const named = ({ by }: { by: number | null }): boolean => by === null || (by >= 0 && by < people.length);
  const all = [
    ...fields,
    ...sections.flatMap(({ runs }) => runs.flatMap((run) => (run.from ? [run, run.from] : [run]))),
  ];
  if (!all.every(named)) return false;
  const draft = readDraft(state);
  return reportSections.every((section) => {
    const runs = sections.find((each) => each.section === section)?.runs ?? [];
    const words = sectionPlainText(draft.sections[section]);
    const attributed = runs.map(({ text }) => text).join('');
    return attributed === words || (attributed === '' && /^[\n\t]*$/.test(words));
  });
}
