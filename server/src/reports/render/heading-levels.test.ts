import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { consecutiveHeadings } from './heading-levels.ts';
import type { Block, Inline } from './model.ts';

const style = { bold: true, italic: false, underline: false, strike: false, highlight: false, script: null };
const words = (piece: string): Inline => ({ kind: 'text', pieces: [piece], ...style });
const heading = (level: number): Block => ({ kind: 'heading', level, children: [words('Titre')] });
const levels = (blocks: Block[]): number[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'heading') return [block.level];
    if (block.kind === 'table') return levels(block.cells.flatMap((cell) => cell.blocks));
    return block.kind === 'list' ? levels(block.items.flatMap((item) => item.blocks)) : [];
  });

// PDF-11
test('headings go down one level at a time, whatever was written', () => {
  const cases: [number[], number[]][] = [
    [
      [2, 2, 3, 1],
      [1, 1, 2, 1],
    ],
    [
      [6, 3, 5, 4],
      [1, 1, 2, 2],
    ],
    [
      [1, 2, 3, 4, 5, 6, 6],
      [1, 2, 3, 4, 4, 4, 4],
    ],
    [[], []],
  ];
  for (const [written, expected] of cases) assert.equal(levels(consecutiveHeadings(written.map(heading))), expected);
});

test('those inside lists and tables count too', () => {
  const cell = { x: 0, y: 0, columns: 1, rows: 1, header: false, blocks: [heading(5)] };
  const blocks: Block[] = [
    heading(2),
    { kind: 'list', ordered: false, items: [{ mark: null, blocks: [heading(4)] }] },
    { kind: 'table', columns: 1, headerRows: 0, cells: [cell] },
  ];
  assert.equal(levels(consecutiveHeadings(blocks)), [1, 2, 3]);
});

test('a heading without a word is no heading', () => {
  const empty: Block[] = [[], [words(' ')], [{ kind: 'break' } as const]].map((children) => ({
    kind: 'heading',
    level: 1,
    children,
  }));
  assert.equal(levels(consecutiveHeadings([...empty, heading(3)])), [1]);
});

test.run();
