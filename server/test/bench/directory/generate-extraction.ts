import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { specialties } from '@concertation/shared/domain';
import { extractionHeader, fictitiousRpps, writeLine } from '../../../src/demonstration/directory/fictitious-line.ts';
import { seededRandom } from '../../faults/random.ts';
import { places } from '../../seed/words.ts';
import { type InventedName, inventName } from './invented-names.ts';

const block = 2000;
const seed = 20_261_122;

/** Each professional's names and number of lines, from a sequence of their own: the file and the searches agree. */
export function* inventedPeople(): Generator<InventedName & { rpps: string; lines: number }> {
  const random = seededRandom(seed);
  for (let nth = 0; ; nth += 1) {
    const chance = random();
    const lines = chance < 0.65 ? 1 : chance < 0.9 ? 2 : 3;
    yield { ...inventName(random), rpps: fictitiousRpps(nth), lines };
  }
}

function* linesOf(wanted: number): Generator<string> {
  const random = seededRandom(seed + 1);
  let written = 0;
  for (const { familyName, givenName, rpps, lines } of inventedPeople()) {
    const isDoctor = random() < 0.2;
    for (let line = 0; line < lines; line += 1) {
      const town = places[Math.floor(random() * places.length)] as string;
      const about = { rpps, familyName, givenName, town, mode: random() < 0.05 ? '' : 'Salarié', postcode: '00000' };
      yield writeLine({
        ...about,
        title: isDoctor ? 'DR' : '',
        civilTitle: 'MME',
        profession: isDoctor ? 'Médecin' : 'Infirmier',
        specialty: isDoctor ? (specialties[Math.floor(random() * specialties.length)] as string) : '',
        structure: `CENTRE HOSPITALIER ${Math.floor(random() * 40_000)} DE ${town}`,
      });
      written += 1;
      if (written === wanted) return;
    }
  }
}

/** Writes a fictitious extraction of so many lines, the same each time; nothing of it is kept in memory. */
export async function generateExtraction(path: string, lines: number): Promise<void> {
  function* blocks(): Generator<string> {
    yield `${extractionHeader}\n`;
    let pending: string[] = [];
    for (const line of linesOf(lines)) {
      pending.push(line);
      if (pending.length === block) {
        yield `${pending.join('\n')}\n`;
        pending = [];
      }
    }
    if (pending.length > 0) yield `${pending.join('\n')}\n`;
  }
  await pipeline(Readable.from(blocks()), createWriteStream(path));
}
