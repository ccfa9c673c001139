import {
  streamSegmentBatches,
  validate,
  writeAsRead,
  modelOf,
  readInterchanges,
  transactionsOf,
} from '@spark-den/x12';
import nodeX12 from 'node-x12';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FIXTURES } from '../../libs/x12/test/fixtures.ts';
import type { Bench, Figure } from '../bench.ts';

const SIZE = 20_000_000;
const CHUNK = 65_536;

/** Reading, judging and writing files of 20 MB, in megabytes per second of processor time. */
export const benchX12: Bench = async () => [
  ...(await figuresOf('837P', FIXTURES['837P'])),
  ...(await figuresOf('835', FIXTURES['835'])),
];

async function figuresOf(name: string, fixture: string): Promise<Figure[]> {
  const bytes = repeated(fixture, SIZE);
  const stream = await speed(bytes.length, async () => {
    let count = 0;
    for await (const batch of streamSegmentBatches(chunksOf(bytes))) {
      for (const segment of batch) count += segment.id === 'SE' ? segment.elements.length : 1;
    }
    return count;
  });
  const peer = await speed(bytes.length, () => readWithPeer(bytes));
  const { segments } = segmentsOf(bytes);
  const writing = await speed(bytes.length, () => Promise.resolve(writeAsRead(segments).length));
  const judged = await speed(bytes.length, () => {
    const file = readInterchanges(bytes);
    const report = validate(file);
    for (const { transaction } of transactionsOf(file)) modelOf(transaction);
    return Promise.resolve(report.transactions.length);
  });
  return [
    {
      what: `${name} segments, streamed`,
      ours: rate(stream),
      peer: `node-x12 stream ${rate(peer)}; limit 40 MB/s`,
      kept: stream >= Math.max(40, peer),
    },
    {
      what: `${name} guide, balances and models`,
      ours: rate(judged),
      peer: 'limit 8 MB/s',
      kept: judged >= 8,
    },
    { what: `${name} writing`, ours: rate(writing), peer: 'limit 20 MB/s', kept: writing >= 20 },
  ];
}

/** The transaction of a file as often as fits, with counts and control numbers that agree. */
function repeated(file: string, size: number): Buffer {
  const start = file.indexOf('ST*');
  const end = file.indexOf('GE*');
  const body = file.slice(start, end);
  const count = Math.ceil(size / body.length);
  const control = /GE\*\d+\*(\d+)/.exec(file)?.[1] ?? '1';
  const bodies = Array.from({ length: count }, (_, index) => {
    const number = String(index + 1).padStart(9, '0');
    return body.replace(/^(ST\*\d+\*)0001/, `$1${number}`).replace(/(SE\*\d+\*)0001/, `$1${number}`);
  });
  return Buffer.from(
    `${file.slice(0, start)}${bodies.join('')}GE*${count}*${control}~IEA*1*${file.slice(-10)}`,
  );
}

function* chunksOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
}

function segmentsOf(bytes: Buffer) {
  const segments = readInterchanges(bytes).interchanges.flatMap(interchange =>
    interchange.groups.flatMap(group => group.transactions.flatMap(transaction => transaction.segments)),
  );
  return { segments };
}

async function readWithPeer(bytes: Buffer): Promise<number> {
  let count = 0;
  const parser = new nodeX12.X12Parser();
  parser.on('data', () => (count += 1));
  await pipeline(Readable.from(chunksOf(bytes)), parser);
  return count;
}

/** Megabytes per second of processor time, the better of two runs. */
async function speed(size: number, work: () => Promise<number>): Promise<number> {
  let best = 0;
  for (let turn = 0; turn < 2; turn += 1) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    best = Math.max(best, size / (user + system));
  }
  return best;
}

function rate(megabytes: number): string {
  return `${megabytes.toFixed(1)} MB/s`;
}
