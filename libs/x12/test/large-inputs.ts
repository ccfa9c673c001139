import { cents, centsToDecimal, parseCents } from '@spark-den/kernel';
import { FIXTURES } from './fixtures.ts';

/** Files of about `size` bytes that are bad for the memory, each by the name of what is the matter with it. */
export const LARGE_INPUTS: Readonly<Record<string, (size: number) => string>> = {
  'an 837 of one transaction': size => oneTransaction('837P', size),
  'an 835 of one transaction': size => oneTransaction('835', size),
  'an 837 cut off': size => oneTransaction('837P', size).slice(0, size),
  'an 837 with a wrong byte in every few thousand': size => mutated(oneTransaction('837P', size)),
  'an 835 with a wrong byte in every few thousand': size => mutated(oneTransaction('835', size)),
  'an 837 that lost its first HL': size => oneTransaction('837P', size).replace('HL*1**20*1~', ''),
  'an 835 that lost its LX': size => oneTransaction('835', size).replace('LX*1~', ''),
  'an 837 that lost its ST': size => oneTransaction('837P', size).replace('ST*837', 'XT*837'),
  'an 837 without terminators': size => withTail(oneTransaction('837P', size), /~/g, '*'),
  'an 837 with a separator after each segment': size => withTail(oneTransaction('837P', size), /~/g, '*~'),
  'empty segments': size => HEAD + '~'.repeat(size),
  'one segment without an end': size => HEAD + 'A'.repeat(size),
  'noise after the header': size => FIXTURES['837P'].slice(0, 106) + noise(size),
};

const HEAD = FIXTURES['837P'].slice(0, 800);

/** The claims of a fixture again and again inside one ST, with right HL, count and total. */
function oneTransaction(kind: '837P' | '835', size: number): string {
  const segments = FIXTURES[kind].split('~').slice(0, -1);
  const start = segments.findIndex(segment => segment.startsWith(kind === '837P' ? 'HL*2' : 'CLP'));
  const end = segments.findIndex(segment => /^(PLB|SE)\*/.test(segment));
  const body = segments.slice(start, end);
  const parts = segments.slice(0, start);
  let copies = 0;
  for (let length = 0; length < size; copies += 1) {
    const copy = body.map(segment => numbered(segment, copies * body.filter(isLevel).length));
    parts.push(...copy);
    length += copy.join('~').length;
  }
  const paid = body
    .filter(segment => segment.startsWith('CLP'))
    .map(segment => centsOf(segment.split('*')[4]));
  const more = paid.reduce((sum, amount) => sum + amount, 0) * (copies - 1);
  const count = parts.length - 2 + segments.slice(end).findIndex(segment => segment.startsWith('SE')) + 1;
  return `${[...parts, ...segments.slice(end)].join('~')}~`
    .replace(/SE\*\d+/, `SE*${count}`)
    .replace(
      /(BPR\*\w\*)([\d.]+)/,
      (_, lead: string, total: string) => lead + centsToDecimal(cents(centsOf(total) + more)),
    );
}

function centsOf(text = ''): number {
  return parseCents(text) ?? 0;
}

function isLevel(segment: string): boolean {
  return segment.startsWith('HL*');
}

/** HL numbers moved on; the billing provider is the parent of all subscribers. */
function numbered(segment: string, by: number): string {
  const moved = (text: string) => (text === '1' ? '1' : String(Number(text) + by));
  return segment.replace(
    /^HL\*(\d+)\*(\d+)/,
    (_, id: string, parent: string) => `HL*${moved(id)}*${moved(parent)}`,
  );
}

function mutated(text: string): string {
  const bytes = Buffer.from(text, 'latin1');
  const random = numbers();
  for (let at = 3_000; at < bytes.length; at += 1 + (random() % 4_000)) bytes[at] = random() & 0xff;
  return bytes.toString('latin1');
}

function withTail(text: string, from: RegExp, to: string): string {
  return text.slice(0, HEAD.length) + text.slice(HEAD.length).replace(from, to);
}

function noise(size: number): string {
  const random = numbers();
  return Buffer.from(Uint8Array.from({ length: size }, () => random() & 0xff)).toString('latin1');
}

/** The same numbers each time. */
function numbers(): () => number {
  let state = 7;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state >> 8;
  };
}
