/** A table of text: its column names, and each row by column. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/**
 * Reads CSV (RFC 4180) with a header line: quoted cells may hold commas, line ends and doubled quotes; blanks around a
 * cell and a byte order mark do not count, empty lines are skipped.
 *
 * @throws {Error} where a quote is never closed, a column has no name of its own, or a row has more or fewer cells than columns
 */
export function readCsv(text: string): Table {
  const [head, ...body] = linesOf(text.replace(/^\uFEFF/, ''));
  if (!head) throw new Error('the file is empty; its first line must name the columns');
  const twice = head.cells.find((column, index) => head.cells.indexOf(column) !== index);
  if (twice !== undefined) throw new Error(`line ${head.line}: two columns are called "${twice}"`);
  const rows = body.map(({ cells, line }) => {
    if (cells.length !== head.cells.length)
      throw new Error(
        `line ${line} has ${cells.length} cells, the header ${head.cells.length}; a cell that holds a comma needs quotes`,
      );
    return Object.fromEntries(head.cells.map((column, index) => [column, cells[index] ?? '']));
  });
  return { columns: head.cells, rows };
}

interface Line {
  readonly cells: readonly string[];
  readonly line: number;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let cells: string[] = [];
  let [at, line, startedOn] = [0, 1, 1];
  while (at < text.length) {
    const cell = /[^\S\r\n]*"/y;
    cell.lastIndex = at;
    if (cell.test(text)) {
      const end = endOfQuoted(text, cell.lastIndex, startedOn);
      const value = text.slice(cell.lastIndex, end).replaceAll('""', '"');
      line += value.split('\n').length - 1;
      cells.push(value);
      at = end + 1;
      while (text[at] === ' ' || text[at] === '\t') at += 1;
    } else {
      const start = at;
      while (at < text.length && text[at] !== ',' && text[at] !== '\n') at += 1;
      cells.push(text.slice(start, at).trim());
    }
    if (text[at] === ',') {
      at += 1;
      if (at < text.length && text[at] !== '\n') continue;
      cells.push('');
    } else if (text[at] === '\r') at += 1;
    if (at < text.length && text[at] !== '\n')
      throw new Error(`line ${line}: text follows a quoted cell without a comma`);
    // a row of which every cell is empty counts: the rows after it keep their numbers
    if (cells.length > 1 || cells[0] !== '') lines.push({ cells, line: startedOn });
    cells = [];
    at += 1;
    line += 1;
    startedOn = line;
  }
  return lines;
}

function endOfQuoted(text: string, from: number, line: number): number {
  let at = from;
  for (;;) {
    at = text.indexOf('"', at);
    if (at === -1) throw new Error(`line ${line}: a quote is never closed`);
    if (text[at + 1] !== '"') return at;
    at += 2;
  }
}
