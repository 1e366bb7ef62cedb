import { sectionText } from '@concertation/shared/documents';
import * as Y from 'yjs';
import { type WordsNode, wordsOf } from '../rich-text/section-text.ts';

/** The words of a section with, for each UTF-16 unit, the Yjs id that brought it; null for what only separates blocks. */
export type SectionCharacters = { text: string; ids: (Y.ID | null)[] };

type SharedNode = WordsNode & { ids?: Y.ID[]; children?: SharedNode[] };
type SharedText = SharedNode & { text: string; ids: Y.ID[] };

/** What a shared element holds, as the first binding of Lexical stores it: properties of a text, then the text itself. */
function childrenOf(element: Y.XmlText): SharedNode[] {
  const children: SharedNode[] = [];
  let open: SharedText | null = null;
  for (let item = element._start; item !== null; item = item.right) {
    if (item.deleted) continue;
    const { content } = item;
    if (content instanceof Y.ContentString) {
      // Words whose text was erased by somebody else at the same moment: tidyBlocks gives them one again.
      if (!open) children.push((open = { type: 'text', text: '', ids: [] }));
      open.text += content.str;
      for (let unit = 0; unit < content.str.length; unit += 1)
        open.ids.push(Y.createID(item.id.client, item.id.clock + unit));
    } else if (content instanceof Y.ContentType) {
      open = null;
      if (content.type instanceof Y.XmlText) children.push(elementOf(content.type));
      else if (content.type instanceof Y.Map && content.type.get('__type') === 'linebreak')
        children.push({ type: 'linebreak', ids: [item.id] });
      else children.push((open = { type: 'text', text: '', ids: [] }));
    }
  }
  return children;
}

function elementOf(element: Y.XmlText): SharedNode {
  return { type: String(element.getAttribute('__type') ?? 'root'), children: childrenOf(element) };
}

/** Reads the words of a section and who brought each of them, from the shared types themselves. Changes nothing. */
export function sectionCharacters(document: Y.Doc, section: string): SectionCharacters {
  const root: SharedNode = { type: 'root', children: childrenOf(sectionText(document, section)) };
  const characters: SectionCharacters = { text: '', ids: [] };
  for (const { text, node } of wordsOf(root)) {
    characters.text += text;
    for (let unit = 0; unit < text.length; unit += 1) characters.ids.push(node?.ids?.[unit] ?? null);
  }
  return characters;
}
