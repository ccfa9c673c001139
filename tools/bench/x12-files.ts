import { FIXTURES } from '../../libs/x12/test/fixtures.ts';

export type Kind = '837P' | '835';

const CHUNK = 65_536;

/** A transaction of ours as often as fits, with counts and control numbers that agree, in chunks as a disk would give them. */
export function* chunksOfFile(kind: Kind, size: number): Generator<Buffer, void, undefined> {
  const file = FIXTURES[kind];
  const start = file.indexOf('ST*');
  const end = file.indexOf('GE*');
  const body = file.slice(start, end);
  const count = Math.ceil(size / body.length);
  const control = /GE\*\d+\*(\d+)/.exec(file)?.[1] ?? '1';
  let text = file.slice(0, start);
  for (let index = 1; index <= count; index += 1) {
    const number = String(index).padStart(9, '0');
    text += body.replace(/^(ST\*\d+\*)0001/, `$1${number}`).replace(/(SE\*\d+\*)0001/, `$1${number}`);
    if (text.length < CHUNK) continue;
    yield Buffer.from(text, 'latin1');
    text = '';
  }
  yield Buffer.from(`${text}GE*${count}*${control}~IEA*1*${file.slice(-10)}`, 'latin1');
}

/** The same in memory. */
export function wholeFile(kind: Kind, size: number): Buffer {
  return Buffer.concat([...chunksOfFile(kind, size)]);
}

/** What is in memory, in chunks. */
export function* chunksOf(bytes: Buffer): Generator<Buffer, void, undefined> {
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
}

/** Megabytes per second of processor time, the best of some runs. */
export async function speed(size: number, work: () => Promise<unknown>, turns = 3): Promise<number> {
  let best = 0;
  for (let turn = 0; turn < turns; turn += 1) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    best = Math.max(best, size / (user + system));
  }
  return best;
}

export const rate = (megabytes: number) => `${megabytes.toFixed(megabytes < 1 ? 2 : 1)} MB/s`;
