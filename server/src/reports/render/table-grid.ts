/** What a table's source says of one cell. */
export type SourceCell<Content> = { columns: number; rows: number; header: boolean; content: Content };
export type PlacedCell<Content> = SourceCell<Content> & { x: number; y: number };
export type Grid<Content> = { columns: number; headerRows: number; cells: PlacedCell<Content>[] };

/** Two people adding a row and a column at once leave rows of unequal length, and spans that stick out or overlap. */
const maximumColumns = 200;
/** More header rows than this are a table whose every cell was called a header. */
const maximumHeaderRows = 4;

/**
 * Lays cells out as a browser does (a cell takes the first free place of its row), then makes the grid whole: spans are
 * cut at the table's end and at a taken place, holes are filled. Leading rows made of header cells repeat on each page,
 * unless a cell hangs out of them. Source: HTML, forming a table.
 */
export function tableGrid<Content>(rows: SourceCell<Content>[][], empty: Content): Grid<Content> {
  const taken = rows.map(() => new Set<number>());
  const cells: PlacedCell<Content>[] = [];
  let columns = 1;

  rows.forEach((row, y) => {
    let x = 0;
    for (const cell of row) {
      const free = (at: number) => !taken[y]?.has(at);
      while (!free(x)) x += 1;
      let width = 1;
      while (width < Math.min(cell.columns, maximumColumns) && free(x + width)) width += 1;
      const height = Math.max(1, Math.min(cell.rows, rows.length - y));
      for (let below = y; below < y + height; below += 1)
        for (let across = x; across < x + width; across += 1) taken[below]?.add(across);
      cells.push({ ...cell, x, y, columns: width, rows: height });
      x += width;
      columns = Math.max(columns, x);
    }
  });

  taken.forEach((places, y) => {
    for (let x = 0; x < columns; x += 1)
      if (!places.has(x)) cells.push({ x, y, columns: 1, rows: 1, header: false, content: empty });
  });
  cells.sort((a, b) => a.y - b.y || a.x - b.x);

  let headerRows = 0;
  while (headerRows < rows.length - 1 && rows[headerRows]?.length && rows[headerRows]?.every((cell) => cell.header))
    headerRows += 1;
  const hangsOut = cells.some((cell) => cell.y < headerRows && cell.y + cell.rows > headerRows);
  return { columns, headerRows: hangsOut || headerRows > maximumHeaderRows ? 0 : headerRows, cells };
}
