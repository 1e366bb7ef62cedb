import { isSafeUrl } from '@concertation/shared/documents';
import type { SerializedEditorState } from 'lexical';
import { breakablePieces, drawableText } from './drawable-text.ts';
import { UnprintableContent } from './failures.ts';
import type { Coverage } from './font-coverage.ts';
import type { Face } from './fonts.ts';
import { consecutiveHeadings } from './heading-levels.ts';
import type { Align, Block, Inline, ListItem } from './model.ts';
import { tableGrid } from './table-grid.ts';

type Source = {
  type: string;
  children?: Source[];
  text?: string;
  format?: number | string;
  indent?: number;
  tag?: string;
  url?: string;
  listType?: string;
  start?: number;
  checked?: boolean;
  headerState?: number;
  colSpan?: number;
  rowSpan?: number;
};

/** Bits of a Lexical text's format. Source: lexical 0.52, LexicalConstants. Code is drawn as it is written. */
const formats = { bold: 1, italic: 2, strike: 4, underline: 8, code: 16, sub: 32, super: 64, highlight: 128 } as const;
const knownFormats = Object.values(formats).reduce((all, bit) => all | bit, 0);

/** A line of body text holds about 95 characters; a longer word must be able to break. */
const bodyBreakLimit = 30;
/** Deeper than this, content stays at this depth: a page has no more room to the right, and a renderer no more stack. */
const deepest = { list: 6, table: 2, indent: 6 };
/** Longer addresses are written out and not clickable: a PDF/A string has a limit. */
const longestLink = 2000;

/** Where the reading stands: how deep, how narrow, and which fonts will draw it. */
type Place = { coverage: Coverage; breakLimit: number; lists: number; tables: number; bold: boolean };

function refuse(what: string): never {
  throw new UnprintableContent(what);
}

const has = (format: number, bit: number) => (format & bit) !== 0;

/** One text node: its line ends and tabs are layout, everything else is words. */
function readText(node: Source, place: Place): Inline[] {
  const format = typeof node.format === 'number' ? node.format : 0;
  if ((format & ~knownFormats) !== 0) refuse(`text format ${format}`);
  const bold = has(format, formats.bold) || place.bold;
  const italic = has(format, formats.italic);
  const face: Face = bold ? (italic ? 'boldItalic' : 'bold') : italic ? 'italic' : 'regular';
  return (node.text ?? '').split(/(\r\n|[\n\r\u2028\u2029]|\t)/).flatMap((part): Inline[] => {
    if (part === '') return [];
    if (part === '\t') return [{ kind: 'tab' }];
    if (/^[\r\n\u2028\u2029]/.test(part)) return [{ kind: 'break' }];
    return [
      {
        kind: 'text',
        pieces: breakablePieces(drawableText(part, place.coverage[face]), place.breakLimit),
        bold,
        italic,
        underline: has(format, formats.underline),
        strike: has(format, formats.strike),
        highlight: has(format, formats.highlight),
        script: has(format, formats.sub) ? 'sub' : has(format, formats.super) ? 'super' : null,
      },
    ];
  });
}

const wordsOf = (node: Source): string => node.text ?? (node.children ?? []).map(wordsOf).join('');

/** A link shows its address on paper, unless its words already are the address. */
function readLink(node: Source, place: Place): Inline[] {
  const url = node.url ?? '';
  if (!isSafeUrl(url)) refuse('link to an address that is not allowed');
  const children = (node.children ?? []).flatMap((child) => readInline(child, place));
  const same = [url, url.replace(/^(mailto|tel):/, ''), url.replace(/^https?:\/\//, '')].some(
    (form) => form.replace(/\/$/, '') === wordsOf(node).replace(/\/$/, ''),
  );
  const shown = same ? null : breakablePieces(drawableText(url, place.coverage.regular), place.breakLimit);
  return [{ kind: 'link', url: url.length <= longestLink ? new URL(url).href : '', shown, children }];
}

function readInline(node: Source, place: Place): Inline[] {
  switch (node.type) {
    case 'text':
    case 'tab':
      return readText(node, place);
    case 'linebreak':
      return [{ kind: 'break' }];
    case 'link':
    case 'autolink':
      return readLink(node, place);
    default:
      return refuse(`node ${node.type}`);
  }
}

const inlineTypes = new Set(['text', 'tab', 'linebreak', 'link', 'autolink']);

function readAlign(format: number | string | undefined): Align {
  if (format === 'center' || format === 'right' || format === 'justify') return format;
  return format === 'end' ? 'right' : 'left';
}

/** Items hold words or blocks; Lexical nests a list inside an item of its own, on paper it continues the item before. */
function readItems(node: Source, place: Place): ListItem[] {
  const items: ListItem[] = [];
  let number = node.listType === 'number' ? (node.start ?? 1) : 0;
  for (const child of node.children ?? []) {
    if (child.type !== 'listitem') refuse(`node ${child.type} in a list`);
    const children = child.children ?? [];
    const onlyList = children.length > 0 && children.every((inner) => inner.type === 'list');
    const last = items.at(-1);
    if (onlyList && place.lists >= deepest.list) {
      items.push(...children.flatMap((inner) => readItems(inner, place)));
    } else if (onlyList && last) {
      last.blocks.push(...readBlocks(children, { ...place, lists: place.lists + 1 }));
    } else {
      const mark = onlyList
        ? ''
        : node.listType === 'check'
          ? child.checked
            ? '☑'
            : '☐'
          : node.listType === 'number'
            ? `${number}.`
            : null;
      items.push({ mark, blocks: readBlocks(children, { ...place, lists: place.lists + 1 }) });
      if (!onlyList) number += 1;
    }
  }
  return items;
}

function readList(node: Source, place: Place): Block[] {
  return [{ kind: 'list', ordered: node.listType === 'number', items: readItems(node, place) }];
}

/** A header repeats whole on every page: a longer one would leave no room to the table, or not fit the page itself. */
const longestHeader = 600;

/** Narrow columns break sooner; about 110 small characters fit across the page. */
const cellBreakLimit = (columns: number) => Math.max(1, Math.min(bodyBreakLimit, Math.floor(110 / columns) - 1));

function readTable(node: Source, place: Place): Block[] {
  const rows = (node.children ?? []).map((row) => {
    if (row.type !== 'tablerow') refuse(`node ${row.type} in a table`);
    return (row.children ?? []).map((cell) => {
      if (cell.type !== 'tablecell') refuse(`node ${cell.type} in a table row`);
      const state = cell.headerState ?? 0;
      return {
        columns: cell.colSpan ?? 1,
        rows: cell.rowSpan ?? 1,
        header: has(state, 1),
        content: { heading: state !== 0, nodes: cell.children ?? [] },
      };
    });
  });
  if (rows.length === 0) return [];
  if (place.tables >= deepest.table) return rows.flat().flatMap((cell) => readBlocks(cell.content.nodes, place));
  const grid = tableGrid(rows, { heading: false, nodes: [] });
  const breakLimit = Math.min(place.breakLimit, cellBreakLimit(grid.columns));
  const headerLength = (node.children ?? []).slice(0, grid.headerRows).map(wordsOf).join('').length;
  return [
    {
      kind: 'table',
      columns: grid.columns,
      headerRows: headerLength <= longestHeader ? grid.headerRows : 0,
      cells: grid.cells.map(({ content: { heading, nodes }, ...cell }) => ({
        ...cell,
        header: heading,
        blocks: readBlocks(nodes, { ...place, breakLimit, lists: 0, tables: place.tables + 1, bold: heading }),
      })),
    },
  ];
}

function readBlock(node: Source, place: Place): Block[] {
  const children = node.children ?? [];
  const words = (inside: Place) => children.flatMap((child) => readInline(child, inside));
  switch (node.type) {
    case 'paragraph':
      return [
        {
          kind: 'paragraph',
          align: readAlign(node.format),
          indent: Math.min(Math.max(node.indent ?? 0, 0), deepest.indent),
          children: words(place),
        },
      ];
    case 'heading':
      return [
        {
          kind: 'heading',
          level: Number(/^h([1-6])$/.exec(node.tag ?? '')?.[1] ?? refuse(`heading ${node.tag}`)),
          children: words({ ...place, bold: true }),
        },
      ];
    case 'quote':
      return [{ kind: 'quote', children: words(place) }];
    case 'list':
      return readList(node, place);
    case 'table':
      return readTable(node, place);
    default:
      return refuse(`node ${node.type}`);
  }
}

/** Blocks, with the bare words that list items hold gathered into paragraphs. */
function readBlocks(nodes: Source[], place: Place): Block[] {
  const blocks: Block[] = [];
  let open: Inline[] | null = null;
  for (const node of nodes) {
    if (inlineTypes.has(node.type)) {
      if (!open) blocks.push({ kind: 'paragraph', align: 'left', indent: 0, children: (open = []) });
      open.push(...readInline(node, place));
    } else {
      open = null;
      blocks.push(...readBlock(node, place));
    }
  }
  return blocks;
}

/**
 * One section as the renderer takes it. Throws UnprintableContent on any node, text format or address outside the
 * closed set: a report must not lose on paper what people saw on the screen (rule PDF-3).
 */
export function reportModel(content: SerializedEditorState, coverage: Coverage): Block[] {
  const root: Source = content.root;
  const place = { coverage, breakLimit: bodyBreakLimit, lists: 0, tables: 0, bold: false };
  return consecutiveHeadings(readBlocks(root.children ?? [], place));
}

function wordsIn(nodes: (Inline | Block)[]): boolean {
  return nodes.some((node) => {
    if (node.kind === 'text') return node.pieces.some((piece) => piece.trim() !== '');
    if (node.kind === 'list') return node.items.some((item) => wordsIn(item.blocks));
    if (node.kind === 'table') return node.cells.some((cell) => wordsIn(cell.blocks));
    return 'children' in node && wordsIn(node.children);
  });
}

/** The blocks, or none at all when nobody wrote a word in them. */
export function written(blocks: Block[]): Block[] {
  return wordsIn(blocks) ? blocks : [];
}
