import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type SourceCell, tableGrid } from './table-grid.ts';

const cell = (content: string, more: Partial<SourceCell<string>> = {}): SourceCell<string> => ({
  columns: 1,
  rows: 1,
  header: false,
  content,
  ...more,
});

/** Every place of the grid is covered exactly once. */
function assertWhole(rows: SourceCell<string>[][]): ReturnType<typeof tableGrid<string>> {
  const grid = tableGrid(rows, '');
  const covered = new Map<string, number>();
  for (const { x, y, columns, rows: height } of grid.cells)
    for (let row = y; row < y + height; row += 1)
      for (let column = x; column < x + columns; column += 1)
        covered.set(`${column},${row}`, (covered.get(`${column},${row}`) ?? 0) + 1);
  for (let row = 0; row < rows.length; row += 1)
    for (let column = 0; column < grid.columns; column += 1)
      assert.is(covered.get(`${column},${row}`), 1, `${column},${row}`);
  assert.is(covered.size, rows.length * grid.columns, 'nothing sticks out');
  return grid;
}

test('rows of unequal length are filled', () => {
  const grid = assertWhole([[cell('a'), cell('b'), cell('c')], [cell('d')], []]);
  assert.is(grid.columns, 3);
  assert.is(grid.cells.filter(({ content }) => content === '').length, 5);
});

test('spans that stick out or collide are cut, and no cell is lost', () => {
  const grid = assertWhole([
    [cell('a', { columns: 2 }), cell('b', { rows: 3 })],
    [cell('c', { columns: 3, rows: 9 })],
    [cell('d'), cell('e', { columns: 50_000 })],
  ]);
  for (const content of ['a', 'b', 'c', 'd', 'e'])
    assert.ok(
      grid.cells.some((placed) => placed.content === content),
      content,
    );
});

test('random tables are always whole', () => {
  let state = 7;
  const random = (below: number) => (state = (state * 48_271) % 2_147_483_647) % below;
  for (let round = 0; round < 200; round += 1) {
    const rows = Array.from({ length: 1 + random(6) }, () =>
      Array.from({ length: random(6) }, () => cell('x', { columns: 1 + random(4), rows: 1 + random(4) })),
    );
    assertWhole(rows);
  }
});

test('leading header rows repeat, unless a cell hangs out of them or all are headers', () => {
  const head = (content: string, more: Partial<SourceCell<string>> = {}) => cell(content, { header: true, ...more });
  assert.is(
    tableGrid(
      [
        [head('a'), head('b')],
        [cell('c'), cell('d')],
      ],
      '',
    ).headerRows,
    1,
  );
  assert.is(tableGrid([[head('a', { rows: 2 }), head('b')], [cell('d')]], '').headerRows, 0);
  assert.is(tableGrid([[head('a')], [head('b')]], '').headerRows, 1, 'one row is left to be a body');
  assert.is(
    tableGrid(
      Array.from({ length: 40 }, () => [head('a')]),
      '',
    ).headerRows,
    0,
  );
});

test.run();
