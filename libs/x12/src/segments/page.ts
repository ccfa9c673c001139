const latin1 = new TextDecoder('latin1');
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Longer texts are cut from that of their page. */
const SHORT = 15;

/** A stretch of a file that was read at once. It holds its bytes only: the text is made where somebody asks, and again. */
export class Page {
  readonly bytes: Uint8Array;
  /** Byte of the file at which it starts. */
  readonly base: number;
  readonly ascii: boolean;

  constructor(bytes: Uint8Array, base: number) {
    this.bytes = bytes;
    this.base = base;
    this.ascii = isAllAscii(bytes);
  }

  /** Each byte is one character. */
  get text(): string {
    return viewOf(this).text;
  }

  /** A part of the text. A short one of a page that nobody looks at as text is made alone, which saves the memory of the rest. */
  slice(start: number, end: number): string {
    return end - start <= SHORT && this.ascii && current?.page !== this
      ? shortText(this.bytes, start, end)
      : this.text.slice(start, end);
  }

  /** Index of a character at `from` or after it; -1 where there is none. */
  indexOf(character: string, from: number): number {
    const code = character.charCodeAt(0);
    if (code > 0x7f) return this.text.indexOf(character, from);
    const { bytes } = this;
    for (let at = from; at < bytes.length; at += 1) if (bytes[at] === code) return at;
    return -1;
  }

  /** Where the parts of a segment are gathered before they are copied out. */
  get parts(): string[] {
    return viewOf(this).parts;
  }
}

interface View {
  readonly page: Page;
  readonly text: string;
  readonly parts: string[];
}

/** The pages that were looked at last: reading goes forward, but a claim may begin on one page and end on the next. */
let current: View | undefined;
let previous: View | undefined;

function viewOf(page: Page): View {
  if (current?.page === page) return current;
  if (previous?.page !== page) return open(page, (page.ascii ? utf8 : latin1).decode(page.bytes));
  const view = previous;
  previous = current;
  return (current = view);
}

function open(page: Page, text: string): View {
  previous = current;
  return (current = { page, text, parts: [] });
}

export function utf8Of(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Four bytes at a time, where they lie so that they can be read so. */
function isAllAscii(bytes: Uint8Array): boolean {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes.length >> 2 : 0;
  const words = new Uint32Array(bytes.buffer, aligned > 0 ? bytes.byteOffset : 0, aligned);
  let met = 0;
  for (let at = 0; at < words.length; at += 1) met |= words[at] as number;
  return (met & 0x80808080) === 0 && isAscii(bytes, aligned * 4, bytes.length);
}

export function isAscii(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if ((bytes[at] as number) > 0x7f) return false;
  return true;
}

function shortText(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at += 1) text += String.fromCharCode(bytes[at] as number);
  return text;
}
