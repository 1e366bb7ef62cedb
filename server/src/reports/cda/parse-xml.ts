import { DOMParser, type Document, onWarningStopParsing } from '@xmldom/xmldom';
import { CdaRefusal } from './failures.ts';

/** Larger, deeper and fuller than any report; far from what would hold a server up. */
const limits = { bytes: 10 * 1024 * 1024, depth: 64, elements: 20_000, attributes: 40 };

function decode(bytes: Uint8Array): string {
  if (bytes.byteLength > limits.bytes) throw new CdaRefusal('too_large');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new CdaRefusal('not_utf8');
  }
}

/** Where a tag ends: at the first `>` outside quotes. */
function endOfTag(text: string, from: number): { end: number; attributes: number } {
  let quote = '';
  let attributes = 0;
  for (let index = from; index < text.length; index += 1) {
    const character = text[index] as string;
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '=') {
      attributes += 1;
      if (attributes > limits.attributes) throw new CdaRefusal('too_many_attributes');
    } else if (character === '>') return { end: index, attributes };
  }
  throw new CdaRefusal('malformed');
}

function skipTo(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  if (found < 0) throw new CdaRefusal('malformed');
  return found + mark.length;
}

/**
 * Walks the tags without building anything: no declaration (DOCTYPE, entities), no processing instruction but the first
 * line, nothing too deep, too numerous or too dressed. What passes costs the parser no more than its length.
 */
function refuseHostile(text: string): void {
  const first = /^<\?xml\s[^>]*\?>/.exec(text);
  const encoding = first && /encoding\s*=\s*["']([^"']*)["']/.exec(first[0])?.[1];
  if (encoding && encoding.toUpperCase() !== 'UTF-8') throw new CdaRefusal('not_utf8');
  let depth = 0;
  let elements = 0;
  let index = first?.[0].length ?? 0;
  for (index = text.indexOf('<', index); index >= 0; index = text.indexOf('<', index)) {
    if (text.startsWith('<!--', index)) index = skipTo(text, '-->', index + 4);
    else if (text.startsWith('<![CDATA[', index)) index = skipTo(text, ']]>', index);
    else if (text.startsWith('<!', index)) throw new CdaRefusal('declaration');
    else if (text.startsWith('<?', index)) throw new CdaRefusal('declaration');
    else {
      const { end } = endOfTag(text, index + 1);
      if (text[index + 1] === '/') depth -= 1;
      else {
        elements += 1;
        if (text[end - 1] !== '/') depth += 1;
      }
      if (depth > limits.depth) throw new CdaRefusal('too_deep');
      if (elements > limits.elements) throw new CdaRefusal('too_many_elements');
      index = end + 1;
    }
  }
  if (depth !== 0) throw new CdaRefusal('malformed');
}

function refuseDuplicateIds(document: Document): void {
  const seen = new Set<string>();
  for (const element of document.getElementsByTagName('*')) {
    for (const name of ['ID', 'xml:id']) {
      const id = element.getAttribute(name);
      if (!id) continue;
      if (seen.has(id)) throw new CdaRefusal('duplicate_id');
      seen.add(id);
    }
  }
}

/**
 * Reads XML that may come from anybody. Throws CdaRefusal: over 10 MB, not UTF-8, a DOCTYPE or any declaration,
 * too deep, too many elements or attributes, the same id twice, not well formed. Rule CDA-7.
 */
export function parseXml(bytes: Uint8Array): Document {
  const text = decode(bytes);
  refuseHostile(text);
  let document: Document;
  try {
    document = new DOMParser({ onError: onWarningStopParsing }).parseFromString(text, 'text/xml');
  } catch {
    // The parser's own sentence repeats the document.
    throw new CdaRefusal('malformed');
  }
  refuseDuplicateIds(document);
  return document;
}
