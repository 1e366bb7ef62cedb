import type { SerializedEditorState } from 'lexical';

export type Json = Record<string, unknown>;

/** Builders of Lexical JSON, as short as the words they carry. */
export const text = (words: string, format = 0): Json => ({
  type: 'text',
  version: 1,
  text: words,
  format,
  detail: 0,
  mode: 'normal',
  style: '',
});
export const element = (type: string, children: Json[], more: Json = {}): Json => ({
  type,
  version: 1,
  children,
  direction: null,
  format: '',
  indent: 0,
  ...more,
});
const asNodes = (content: (Json | string)[]): Json[] =>
  content.map((part) => (typeof part === 'string' ? text(part) : part));
export const paragraph = (...content: (Json | string)[]): Json => element('paragraph', asNodes(content));
export const heading = (tag: string, words: string): Json => element('heading', [text(words)], { tag });
export const quote = (words: string): Json => element('quote', [text(words)]);
export const link = (url: string, words: string): Json =>
  element('link', [text(words)], { url, rel: null, target: null, title: null });
export const item = (...content: (Json | string)[]): Json => element('listitem', asNodes(content), { value: 1 });
export const list = (listType: 'bullet' | 'number' | 'check', ...items: Json[]): Json =>
  element('list', items, { listType, start: 1, tag: listType === 'number' ? 'ol' : 'ul' });
export const cell = (content: string | Json[], more: Json = {}): Json =>
  element('tablecell', typeof content === 'string' ? [paragraph(content)] : content, {
    headerState: 0,
    colSpan: 1,
    rowSpan: 1,
    ...more,
  });
export const headerCell = (words: string, more: Json = {}): Json => cell(words, { headerState: 1, ...more });
export const table = (...rows: Json[][]): Json =>
  element(
    'table',
    rows.map((cells) => element('tablerow', cells)),
  );
export const content = (...blocks: Json[]): SerializedEditorState =>
  ({ root: element('root', blocks) }) as unknown as SerializedEditorState;
