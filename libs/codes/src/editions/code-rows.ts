import type { EditionRow } from './edition.ts';

/** How an edition differs from the one before it. */
export interface Difference {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
}

/** The rows of an edition, kept as lines of tab-separated cells. */
export class CodeRows {
  readonly rows: readonly EditionRow[];

  constructor(rows: readonly EditionRow[]) {
    this.rows = rows;
  }

  static fromBytes(bytes: Buffer): CodeRows {
    const lines = bytes.toString('utf8').split('\n');
    return new CodeRows(lines.filter(line => line !== '').map(line => line.split('\t')));
  }

  get size(): number {
    return this.rows.length;
  }

  toBytes(): Buffer {
    const lines = this.rows.map(row => row.map(cell => cell.replace(/[\t\n\r]+/g, ' ')).join('\t'));
    return Buffer.from(`${lines.join('\n')}\n`);
  }

  difference(before: CodeRows): Difference {
    const old = before.#keyed();
    let [added, changed, kept] = [0, 0, 0];
    for (const [key, content] of this.#keyed()) {
      const earlier = old.get(key);
      if (earlier === undefined) added += 1;
      else {
        kept += 1;
        if (earlier !== content) changed += 1;
      }
    }
    return { added, removed: old.size - kept, changed };
  }

  /** By code, beside the flag that tells a modifier from a code. */
  #keyed(): Map<string, string> {
    return new Map(this.rows.map(row => [`${row[4] === 'm' ? 'm' : ''} ${row[0]}`, row.join('\t')]));
  }
}
