import { sectionNames } from '@concertation/shared/documents';
import type { DocumentKind } from '@concertation/shared/domain';
import * as Y from 'yjs';
import { alignTexts } from './align-texts.ts';
import { movedRuns } from './moved-runs.ts';
import { type SectionCharacters, sectionCharacters } from './section-characters.ts';
import { sectionUnits, type Unit } from './section-units.ts';

/** A row of the journal, as far as authorship goes. `position` counts within the document from 1. */
export type AuthoredUpdate = { position: number; update: Uint8Array };

const textOf = (units: readonly Unit[]): string => units.map(({ letter }) => letter).join('');

/**
 * Who brought each character of a document, from its journal: fed with every row in order, it says for each character
 * the Yjs id under which it was first written, and for that id the position of its row.
 *
 * An editor that makes a word bold, cuts a paragraph in two or moves one erases words and writes them anew in one
 * update: what stands before and after such an update keeps who had written it. Rules PRV-1, PRV-2.
 */
export class Authorship {
  /** Erased words keep their place: an update may move what another one has erased meanwhile. */
  readonly #document = new Y.Doc({ gc: false });
  readonly #sections: readonly string[];
  /** By Yjs client id: the position that brought each clock. */
  readonly #positions = new Map<number, number[]>();
  /** By Yjs client id: for clocks that write again what was there, the id under which it was first written. */
  readonly #origins = new Map<number, Y.ID[]>();

  constructor(kind: DocumentKind) {
    this.#sections = sectionNames(kind);
  }

  /** Takes the next row of the journal; one that cannot be read is left out, as where documents are opened. Rule SYNC-8. */
  add(row: AuthoredUpdate): void {
    try {
      this.#add(row);
    } catch {
      // Nothing of it is in the document that people see.
    }
  }

  #add({ position, update }: AuthoredUpdate): void {
    const { structs, ds } = Y.decodeUpdate(update);
    for (const { id, length } of structs) {
      const positions = entryOf(this.#positions, id.client);
      for (let clock = positions.length; clock < id.clock + length; clock += 1) positions[clock] = position;
    }
    Y.applyUpdate(this.#document, update);
    if (structs.length === 0 || ds.clients.size === 0) return;
    for (const section of this.#sections) this.#keepAuthors(section, position, (id) => Y.isDeleted(ds, id));
  }

  /** The id under which a character was first written. */
  originOf(id: Y.ID): Y.ID {
    return this.#origins.get(id.client)?.[id.clock] ?? id;
  }

  /** The position of the row that first brought a character; undefined for one that no row did. */
  positionOf(id: Y.ID): number | undefined {
    const { client, clock } = this.originOf(id);
    return this.#positions.get(client)?.[clock];
  }

  /** What a row was the first to bring to a section, in reading order, erased since or not. */
  broughtBy(section: string, position: number): Unit[] {
    return sectionUnits(this.#document, section).filter(
      ({ id }) => this.originOf(id) === id && this.positionOf(id) === position,
    );
  }

  /** The words of a section as they stand now, each with the id under which it was first written. */
  charactersOf(section: string): SectionCharacters {
    const { text, ids } = sectionCharacters(this.#document, section);
    return { text, ids: ids.map((id) => id && this.originOf(id)) };
  }

  /** The position that brought the value of a key of a shared map; undefined where there is none. */
  positionOfKey(map: string, key: string): number | undefined {
    const item = this.#document.getMap(map)._map.get(key);
    return item && !item.deleted ? this.positionOf(item.lastId) : undefined;
  }

  /** The document as the rows fed so far make it. */
  get state(): Uint8Array {
    return Y.encodeStateAsUpdate(this.#document);
  }

  end(): void {
    this.#document.destroy();
  }

  /** What its author saw before the update is what stands, and what the update erases, whoever erased it first. */
  #keepAuthors(section: string, position: number, erases: (id: Y.ID) => boolean): void {
    const units = sectionUnits(this.#document, section);
    const isBrought = ({ id }: Unit): boolean => this.positionOf(id) === position;
    const brought = units.filter(isBrought);
    if (brought.length === 0) return;
    const keep = (was: Unit, is: Unit): void => {
      if (isBrought(is)) entryOf(this.#origins, is.id.client)[is.id.clock] = this.originOf(was.id);
    };
    const old = units.filter((unit) => !isBrought(unit));
    movedRuns(
      old.filter(({ id }) => erases(id)),
      brought,
      keep,
    );
    if (!brought.some(isBrought)) return;
    const before = old.filter(({ id, erased }) => !erased || erases(id));
    const after = units.filter(({ erased }) => !erased);
    alignTexts(textOf(before), textOf(after), (from, to) => keep(before[from] as Unit, after[to] as Unit));
  }
}

function entryOf<Value>(all: Map<number, Value[]>, client: number): Value[] {
  const found = all.get(client);
  if (found) return found;
  const made: Value[] = [];
  all.set(client, made);
  return made;
}
