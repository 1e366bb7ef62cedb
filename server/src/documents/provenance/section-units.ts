import { sectionText } from '@concertation/shared/documents';
import * as Y from 'yjs';

/** One UTF-16 unit that was written in a section, erased since or not. */
export type Unit = { id: Y.ID; letter: string; erased: boolean };

function* unitsIn(type: Y.XmlText): Generator<Unit> {
  for (let item = type._start; item !== null; item = item.right) {
    const { content, id, deleted } = item;
    if (content instanceof Y.ContentString)
      for (let unit = 0; unit < content.str.length; unit += 1)
        yield { id: Y.createID(id.client, id.clock + unit), letter: content.str[unit] as string, erased: deleted };
    else if (content instanceof Y.ContentType && content.type instanceof Y.XmlText) yield* unitsIn(content.type);
  }
}

/** Every unit of a section in reading order, those erased since at the place where they stood. Needs a document without `gc`. */
export function sectionUnits(document: Y.Doc, section: string): Unit[] {
  return [...unitsIn(sectionText(document, section))];
}
