import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Of fontkit what is used here; its CommonJS build, since that is the one that sets the documents. */
interface Fontkit {
  create(file: Uint8Array): object;
  registerFormat(format: typeof ParsedFace): void;
}

const require = createRequire(import.meta.url);
const fontkit = require('fontkit') as Fontkit;

/** Begins a stand-in for a font file; the byte after it is the number of a face. */
const MARK = Buffer.from('parsed face');
const parsed: object[] = [];

/** A font "format" whose files name a face that is parsed already: parsing took two thirds of a document's time. */
class ParsedFace {
  static probe(file: Uint8Array): boolean {
    return MARK.equals(file.subarray(0, MARK.length));
  }

  constructor(stream: { readonly buffer: Uint8Array }) {
    const face = parsed[stream.buffer[MARK.length] ?? -1];
    if (!face) throw new RangeError('no such face');
    return face;
  }
}

fontkit.registerFormat(ParsedFace);

/** Parses one face of Roboto, which comes with pdfmake: a machine may have no fonts. @returns what stands for its file */
export function robotoFace(name: 'Regular' | 'Medium' | 'Italic' | 'MediumItalic'): Buffer {
  parsed.push(fontkit.create(readFileSync(require.resolve(`pdfmake/fonts/Roboto/Roboto-${name}.ttf`))));
  return Buffer.concat([MARK, Buffer.from([parsed.length - 1])]);
}
