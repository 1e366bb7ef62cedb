import { isSafeUrl } from '@concertation/shared/documents';
import { cleanText } from './clean-text.ts';
import { isHidden } from './hidden-element.ts';
import { isWordMark, type WordItem, wordItemOf } from './word-list.ts';

export type CleanPaste = {
  /** A body of paragraphs, headings, quotes, lists and tables, without any attribute but `href` and spans of cells. */
  document: Document;
  /** Something was an image, which a section does not hold. */
  images: boolean;
};

const ignored = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'head',
  'meta',
  'link',
  'title',
  'object',
  'embed',
  'iframe',
  'frame',
  'svg',
  'math',
  'canvas',
  'video',
  'audio',
  'input',
  'button',
  'select',
  'textarea',
  'option',
  'map',
  'area',
  'base',
  'xml',
]);
const images = new Set(['img', 'picture', 'image', 'v:imagedata', 'v:shape']);
const blocks = new Set([
  'p',
  'div',
  'section',
  'article',
  'main',
  'header',
  'footer',
  'aside',
  'nav',
  'address',
  'figure',
  'figcaption',
  'center',
  'form',
  'fieldset',
  'details',
  'summary',
  'dl',
  'dt',
  'dd',
  'pre',
  'blockquote',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'li',
  'table',
  'hr',
  'body',
]);
const marks: Record<string, string> = {
  b: 'strong',
  strong: 'strong',
  i: 'em',
  em: 'em',
  u: 'u',
  ins: 'u',
  s: 's',
  strike: 's',
  del: 's',
  sub: 'sub',
  sup: 'sup',
};
const markStyles: [RegExp, string][] = [
  [/font-weight\s*:\s*(?:bold|bolder|[6-9]00)/i, 'strong'],
  [/font-style\s*:\s*(?:italic|oblique)/i, 'em'],
  [/text-decoration(?:-line)?\s*:[^;]*underline/i, 'u'],
  [/text-decoration(?:-line)?\s*:[^;]*line-through/i, 's'],
  [/vertical-align\s*:\s*super/i, 'sup'],
  [/vertical-align\s*:\s*sub/i, 'sub'],
];
/** Google Docs wraps everything in a bold that is not. */
const notBold = /font-weight\s*:\s*(?:normal|[1-5]00)/i;
const notItalic = /font-style\s*:\s*normal/i;

const nameOf = (element: Element) => element.tagName.toLowerCase();

/** Builds the clean body; knows where the next words go. */
class Cleaner {
  readonly document: Document;
  images = false;
  /** The block that holds the blocks being written: the body, an item, a cell, a quote. */
  #parent: Element;
  /** The block that holds the words being written; null when the next word opens a paragraph. */
  #line: Element | null = null;
  #marks: string[] = [];
  #link: string | null = null;
  #tableDepth = 0;
  #wordLists: Element[] = [];

  constructor(empty: Document) {
    this.document = empty;
    this.#parent = empty.body;
  }

  children(node: Node): void {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) this.#text(child.textContent ?? '', false);
      else if (child.nodeType === 1) this.#element(child as Element);
    }
  }

  #element(element: Element): void {
    const name = nameOf(element);
    if (images.has(name)) this.images = true;
    if (ignored.has(name) || images.has(name) || isWordMark(element) || isHidden(element)) return;
    if (name === 'br') this.#lineBreak();
    else if (blocks.has(name)) this.#block(name, element);
    else this.#inline(name, element);
  }

  #inline(name: string, element: Element): void {
    const style = element.getAttribute('style') ?? '';
    const before = this.#marks;
    const link = this.#link;
    const added = [
      marks[name],
      ...markStyles.map(([pattern, mark]) => (pattern.test(style) ? mark : undefined)),
    ].filter((mark) => mark !== undefined);
    this.#marks = [...new Set([...before, ...added])].filter(
      (mark) => !(mark === 'strong' && notBold.test(style)) && !(mark === 'em' && notItalic.test(style)),
    );
    const href = name === 'a' ? (element.getAttribute('href') ?? '').trim() : '';
    if (href && isSafeUrl(href)) this.#link = href;
    this.children(element);
    this.#marks = before;
    this.#link = link;
  }

  #block(name: string, element: Element): void {
    const item = name === 'p' || /^h[1-6]$/.test(name) ? wordItemOf(element) : null;
    if (item) return this.#wordItem(item, element);
    this.#endLine();
    if (name !== 'body') this.#wordLists = [];
    if (name === 'table') this.#table(element);
    else if (name === 'ul' || name === 'ol') this.#within(name, () => this.#items(element));
    else if (name === 'li') this.#within('ul', () => this.#within('li', () => this.children(element)));
    else if (name === 'blockquote') this.#lineOf('blockquote', element);
    else if (/^h[1-6]$/.test(name)) this.#lineOf(name < 'h4' ? 'h3' : 'h4', element);
    else if (name === 'pre') this.#preformatted(element);
    else this.children(element);
    this.#endLine();
  }

  /** Runs with a new element as the parent of what is written, and leaves it out when nothing was. */
  #within(name: string, write: () => void): Element {
    const parent = this.#parent;
    const element = this.document.createElement(name);
    parent.append(element);
    this.#parent = element;
    this.#line = null;
    write();
    this.#endLine();
    this.#parent = parent;
    if (!element.hasChildNodes() && name !== 'td' && name !== 'th') element.remove();
    return element;
  }

  #lineOf(name: string, element: Element): void {
    const line = this.document.createElement(name);
    this.#parent.append(line);
    this.#line = line;
    this.children(element);
    this.#endLine();
    if (!line.textContent?.trim()) line.remove();
  }

  #items(list: Element): void {
    for (const child of list.children) {
      const name = nameOf(child);
      if (isHidden(child)) continue;
      if (name === 'ul' || name === 'ol') this.#within('li', () => this.#block(name, child));
      else this.#within('li', () => this.children(child));
    }
  }

  /** Nests a paragraph of Word at its level, in the lists that the paragraphs before it opened. */
  #wordItem({ level, ordered }: WordItem, element: Element): void {
    this.#endLine();
    const name = ordered ? 'ol' : 'ul';
    this.#wordLists.length = Math.min(this.#wordLists.length, level);
    const last = this.#wordLists.at(-1);
    if (last && this.#wordLists.length === level && nameOf(last) !== name) this.#wordLists.pop();
    while (this.#wordLists.length < level) {
      const list = this.document.createElement(name);
      const above = this.#wordLists.at(-1);
      if (above) above.append(this.document.createElement('li'));
      ((above?.lastElementChild ?? this.#parent) as Element).append(list);
      this.#wordLists.push(list);
    }
    const parent = this.#parent;
    this.#parent = this.#wordLists.at(-1) as Element;
    this.#within('li', () => this.children(element));
    this.#parent = parent;
  }

  #preformatted(element: Element): void {
    (element.textContent ?? '').split('\n').forEach((line, index) => {
      if (index > 0) this.#lineBreak();
      this.#text(line, true);
    });
  }

  /** A table inside a table, or of one cell, only arranges a page: its words are kept, its grid is not. */
  #table(table: Element): void {
    const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table && !isHidden(row));
    const cells = rows.map((row) =>
      [...row.children].filter((cell) => /^t[dh]$/.test(nameOf(cell)) && !isHidden(cell)),
    );
    const caption = [...table.children].find((child) => nameOf(child) === 'caption');
    if (caption) this.#lineOf('p', caption);
    if (this.#tableDepth > 0 || cells.flat().length < 2) {
      for (const cell of cells.flat()) {
        this.children(cell);
        this.#endLine();
      }
      return;
    }
    this.#tableDepth += 1;
    this.#within('table', () => {
      for (const row of cells.filter((row) => row.length > 0))
        this.#within('tr', () => row.forEach((cell) => this.#cell(cell)));
    });
    this.#tableDepth -= 1;
  }

  #cell(cell: Element): void {
    const written = this.#within(nameOf(cell), () => this.children(cell));
    for (const span of ['colspan', 'rowspan']) {
      const count = Number(cell.getAttribute(span));
      if (Number.isInteger(count) && count > 1 && count <= 50) written.setAttribute(span, String(count));
    }
  }

  #text(raw: string, preformatted: boolean): void {
    const text = cleanText(raw);
    const words = preformatted ? text : text.replace(/[ \t\n]+/g, ' ');
    if (words === '' || (this.#line === null && words.trim() === '' && !preformatted)) return;
    let into = this.#openLine();
    if (this.#link) {
      const link = this.document.createElement('a');
      link.setAttribute('href', this.#link);
      into.append(link);
      into = link;
    }
    for (const mark of this.#marks) {
      const element = this.document.createElement(mark);
      into.append(element);
      into = element;
    }
    into.append(words);
  }

  #lineBreak(): void {
    this.#openLine().append(this.document.createElement('br'));
  }

  #openLine(): Element {
    if (!this.#line) {
      this.#line = nameOf(this.#parent) === 'li' ? this.#parent : this.document.createElement('p');
      if (this.#line !== this.#parent) this.#parent.append(this.#line);
    }
    return this.#line;
  }

  #endLine(): void {
    const line = this.#line;
    this.#line = null;
    if (line && line !== this.#parent && !line.hasChildNodes()) line.remove();
    if (line?.lastChild?.nodeName === 'BR') line.lastChild.remove();
  }
}

/**
 * Reduces what was copied from Word or from a page to what a section may hold: its words and their meaning (headings,
 * lists, tables, links, bold, italic, underline, strike, sub and superscript), without styles, scripts, hidden text,
 * unsafe links or images. Everything is built anew: nothing that is not understood goes through.
 */
export function cleanHtml(html: string): CleanPaste {
  const source = new DOMParser().parseFromString(html, 'text/html');
  const cleaner = new Cleaner(source.implementation.createHTMLDocument(''));
  cleaner.children(source.body);
  return { document: cleaner.document, images: cleaner.images };
}
