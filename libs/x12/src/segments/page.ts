const latin1 = new TextDecoder('latin1');
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** A stretch of a file that was read at once. It holds its bytes only: the text is made again where somebody asks. */
export class Page {
  readonly bytes: Uint8Array;
  /** Byte of the file at which it starts. */
  readonly base: number;
  readonly ascii: boolean;

  constructor(bytes: Uint8Array, base: number) {
    const text = utf8Of(bytes);
    this.bytes = bytes;
    this.base = base;
    // only ASCII has as many characters as bytes
    this.ascii = text?.length === bytes.length;
    if (text !== undefined && this.ascii) open(this, text);
  }

  /** Each byte is one character. */
  get text(): string {
    return viewOf(this).text;
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
