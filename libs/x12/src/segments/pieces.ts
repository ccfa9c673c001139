const ROOM = 16_384;
const ascii = new TextDecoder();

/** A text that grows by small pieces. ASCII is gathered as bytes, which takes a third of the time that joining strings takes. */
export class Pieces {
  readonly #bytes = new Uint8Array(ROOM);
  #length = 0;
  #before = '';

  /** Adds a text as it is. */
  add(text: string): void {
    if (this.#put(text)) return;
    this.#flush();
    this.#before += text;
  }

  /**
   * Adds `lead` as it is and then a text, if all its characters are plain.
   * @param plain 1 for each ASCII character that is
   * @returns false, with nothing added, when they are not, or are too many
   */
  addPlain(lead: string, text: string, plain: Uint8Array): boolean {
    const length = lead.length + text.length;
    if (length > ROOM) return false;
    if (this.#length + length > ROOM) this.#flush();
    const start = this.#length;
    if (this.#put(lead) && this.#put(text, plain)) return true;
    this.#length = start;
    return false;
  }

  /** All that was added, which is then forgotten. */
  take(): string {
    this.#flush();
    const text = this.#before;
    this.#before = '';
    return text;
  }

  #put(text: string, plain?: Uint8Array): boolean {
    if (text.length > ROOM) return false;
    if (this.#length + text.length > ROOM) this.#flush();
    const bytes = this.#bytes;
    let to = this.#length;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code > 0x7f || (plain && plain[code] !== 1)) return false;
      bytes[to] = code;
      to += 1;
    }
    this.#length = to;
    return true;
  }

  #flush(): void {
    this.#before += ascii.decode(this.#bytes.subarray(0, this.#length));
    this.#length = 0;
  }
}
