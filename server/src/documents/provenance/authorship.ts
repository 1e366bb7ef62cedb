import { defineRoots, sectionNames, sectionText } from '@concertation/shared/documents';
import type { DocumentKind } from '@concertation/shared/domain';
import * as Y from 'yjs';
import { alignTexts } from './align-texts.ts';
import { movedRuns } from './moved-runs.ts';
import { type SectionCharacters, sectionCharacters } from './section-characters.ts';
import { sectionUnits, type Unit } from './section-units.ts';

/** A row of the journal, as far as authorship goes. `position` counts within the document from 1. */
export type AuthoredUpdate = { position: number; connectionId: string | null; update: Uint8Array };

/** Fewer units are typed rather than moved. */
const leastMoved = 3;

const textOf = (units: readonly Unit[]): string => units.map(({ letter }) => letter).join('');

/**
 * Who brought each character of a document, from its journal: fed with every row in order, it says for each character
 * the Yjs id under which it was first written, and for that id the position of its row.
 *
 * An editor that makes a word bold, cuts a paragraph in two or moves one erases words and writes them anew in one
 * update: what stands before and after such an update keeps who had written it. What somebody else erased at the same
 * moment is no longer in the update, and what is undone was erased before: both are looked for too. Rules PRV-1, PRV-2.
 */
export class Authorship {
  /** Erased words keep their place: an update may move what another one has erased meanwhile. */
  readonly #document = new Y.Doc({ gc: false });
  readonly #sections: readonly string[];
  /** By Yjs client id: the position that brought each clock. */
  readonly #positions = new Map<number, number[]>();
  /** By Yjs client id: for clocks that write again what was there, the id under which it was first written. */
  readonly #origins = new Map<number, Y.ID[]>();
  /** By Yjs client id: the position that erased each clock. */
  readonly #erased = new Map<number, number[]>();
  /** By connection: the positions of its rows, in order. */
  readonly #rows = new Map<string, number[]>();

  constructor(kind: DocumentKind) {
    defineRoots(this.#document, kind);
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

  #add({ position, connectionId, update }: AuthoredUpdate): void {
    const { structs, ds } = Y.decodeUpdate(update);
    for (const { id, length } of structs) {
      const positions = entryOf(this.#positions, id.client);
      for (let clock = positions.length; clock < id.clock + length; clock += 1) positions[clock] = position;
    }
    Y.applyUpdate(this.#document, update);
    for (const [client, ranges] of ds.clients) {
      const erased = entryOf(this.#erased, client);
      for (const { clock, len } of ranges) for (let at = clock; at < clock + len; at += 1) erased[at] ??= position;
    }
    const mine = entryOf(this.#rows, connectionId ?? '');
    const before = mine.at(-1) ?? 0;
    mine.push(position);
    const words = structs.filter(
      (struct): struct is Y.Item => struct instanceof Y.Item && struct.content instanceof Y.ContentString,
    );
    const length = words.reduce((sum, struct) => sum + struct.length, 0);
    if (length === 0 || (length < leastMoved && ds.clients.size === 0)) return;
    const touched = this.#rootsOf(words);
    for (const section of this.#sections)
      if (touched.has(sectionText(this.#document, section)))
        this.#keepAuthors(section, position, before, new Set(mine));
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

  /** The roots in which words stand. */
  #rootsOf(words: readonly Y.Item[]): Set<unknown> {
    const roots = new Set<unknown>();
    for (const { id } of words) {
      let type = Y.getItem(this.#document.store, id).parent as Y.AbstractType<unknown>;
      while (type._item) type = type._item.parent as Y.AbstractType<unknown>;
      roots.add(type);
    }
    return roots;
  }

  /**
   * What its author saw before the update is what stands, and what was erased since `lastRow`, their row before, by the
   * update or by others. What their own rows (`mine`) had erased earlier may come back whole.
   */
  #keepAuthors(section: string, position: number, lastRow: number, mine: ReadonlySet<number>): void {
    const units = sectionUnits(this.#document, section);
    const isBrought = ({ id }: Unit): boolean => this.positionOf(id) === position;
    const brought = units.filter(isBrought);
    if (brought.length === 0) return;
    const keep = (was: Unit, is: Unit): void => {
      if (isBrought(is)) entryOf(this.#origins, is.id.client)[is.id.clock] = this.originOf(was.id);
    };
    const old = units.filter((unit) => !isBrought(unit));
    const erasedAt = ({ id }: Unit): number => this.#erased.get(id.client)?.[id.clock] ?? 0;
    const erasedNow = old.filter((unit) => erasedAt(unit) === position);
    const erasedSince = (unit: Unit): boolean => erasedAt(unit) > lastRow && erasedAt(unit) < position;
    movedRuns(erasedNow, brought, keep);
    const left = brought.filter(isBrought);
    if (left.length >= leastMoved)
      movedRuns(
        old.filter((unit) => erasedSince(unit) || (erasedAt(unit) < position && mine.has(erasedAt(unit)))),
        left,
        keep,
      );
    if (!brought.some(isBrought)) return;
    const before = old.filter((unit) => !unit.erased || erasedAt(unit) === position || erasedSince(unit));
    const after = units.filter(({ erased }) => !erased);
    alignTexts(textOf(before), textOf(after), (from, to) => keep(before[from] as Unit, after[to] as Unit));
  }
}

function entryOf<Key, Value>(all: Map<Key, Value[]>, key: Key): Value[] {
  const found = all.get(key);
  if (found) return found;
  const made: Value[] = [];
  all.set(key, made);
  return made;
}
