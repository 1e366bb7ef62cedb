/**
 * A report's words as the renderer takes them: a closed set, so that what cannot be drawn is refused while reading and
 * never dropped while drawing. It names no renderer. Every text is drawable and cut where a line may break inside a word.
 */
export type Inline =
  | {
      kind: 'text';
      pieces: string[];
      bold: boolean;
      italic: boolean;
      underline: boolean;
      strike: boolean;
      highlight: boolean;
      script: 'sub' | 'super' | null;
    }
  | { kind: 'break' }
  | { kind: 'tab' }
  | { kind: 'link'; url: string; shown: string[] | null; children: Inline[] };

export type Align = 'left' | 'center' | 'right' | 'justify';

export type ListItem = { mark: string | null; blocks: Block[] };

/** A cell at its place in the grid; the grid has no hole and no overlap. */
export type Cell = { x: number; y: number; columns: number; rows: number; header: boolean; blocks: Block[] };

export type Block =
  | { kind: 'paragraph'; align: Align; indent: number; children: Inline[] }
  | { kind: 'heading'; level: number; children: Inline[] }
  | { kind: 'quote'; children: Inline[] }
  | { kind: 'list'; ordered: boolean; items: ListItem[] }
  | { kind: 'table'; columns: number; headerRows: number; cells: Cell[] };
