import { sectionText } from '@concertation/shared/documents';
import * as Y from 'yjs';

type Content = { insert?: unknown };

function textOf(block: Y.XmlText): string {
  let line = '';
  const blocks: string[] = [];
  for (const { insert } of block.toDelta() as Content[]) {
    if (typeof insert === 'string') line += insert;
    else if (insert instanceof Y.XmlText) blocks.push(textOf(insert));
    else if (insert instanceof Y.Map && insert.get('__type') === 'linebreak') line += '\n';
  }
  return line === '' ? blocks.join(isRow(block) ? '\t' : '\n') : [line, ...blocks].join('\n');
}

function isRow(block: Y.XmlText): boolean {
  return block.getAttribute('__type') === 'tablerow';
}

/** A rich-text section as plain text: a line per block, cells of a table row between tabs. */
export function documentText(document: Y.Doc, section: string): string {
  return textOf(sectionText(document, section)).trim();
}
