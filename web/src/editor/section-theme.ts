import type { EditorThemeClasses } from 'lexical';
import styles from './section-content.module.css';

const name = (key: string) => styles[key] ?? '';

/** The class of each kind of node; the looks are in section-content.module.css. */
export const sectionTheme: EditorThemeClasses = {
  paragraph: name('paragraph'),
  quote: name('quote'),
  heading: {
    h1: name('title'),
    h2: name('title'),
    h3: name('title'),
    h4: name('subtitle'),
    h5: name('subtitle'),
    h6: name('subtitle'),
  },
  list: { ul: name('bullets'), ol: name('numbers'), listitem: name('item'), nested: { listitem: name('nested') } },
  link: name('link'),
  text: {
    bold: name('bold'),
    italic: name('italic'),
    underline: name('underline'),
    strikethrough: name('strikethrough'),
    underlineStrikethrough: name('underlineStrikethrough'),
    subscript: name('subscript'),
    superscript: name('superscript'),
  },
  table: name('table'),
  tableScrollableWrapper: name('tableScroll'),
  tableRow: name('row'),
  tableCell: name('cell'),
  tableCellHeader: name('cellHeader'),
  tableCellSelected: name('cellSelected'),
  tableSelection: name('tableSelection'),
  collaboration: {
    cursor: name('cursor'),
    cursorName: name('cursorName'),
    selection: name('selection'),
    selectionBg: name('selectionBackground'),
  },
};
