import {
  buildProfessionalClaims,
  buildRemittance,
  modelOf,
  streamSegmentBatches,
  validateStream,
  writeAsRead,
  readSegments,
  writeInterchange,
  type TransactionDraft,
} from '@spark-den/x12';
import { MODELS } from '../../libs/x12/test/fixtures.ts';
import type { Bench, Figure } from '../bench.ts';
import { chunksOf, rate, speed, wholeFile, type Kind } from './x12-files.ts';
import { peakMegabytes } from './x12-memory.ts';
import { peersOf, pyx12Rate } from './x12-peers.ts';

const SIZE = 20_000_000;

/** Reading, judging and writing files of 20 MB, in megabytes per second of processor time, and the memory that it takes. */
export const benchX12: Bench = async () => [
  ...(await figuresOf('837P')),
  ...(await figuresOf('835')),
  ...(await memoryFigures()),
];

async function figuresOf(kind: Kind): Promise<Figure[]> {
  const bytes = wholeFile(kind, SIZE);
  const enveloped = await speed(bytes.length, () => validateStream(chunksOf(bytes), { level: 'envelope' }));
  const elements = await speed(bytes.length, () => countElements(bytes));
  const judged = await speed(bytes.length, () => validateStream(chunksOf(bytes)));
  const modelled = await speed(bytes.length, () =>
    validateStream(chunksOf(bytes), {}, ({ transaction }) => void modelOf(transaction)),
  );
  const { streams, tree } = await peersOf(bytes);
  const named = Object.entries(streams).map(([name, value]) => `${name} ${rate(value)}`);
  const python = pyx12Rate(kind);
  return [
    {
      what: `${kind} segments with envelope checks`,
      ours: rate(enveloped),
      peer: 'limit 40 MB/s',
      kept: enveloped >= 40,
    },
    {
      what: `${kind} every element of every segment`,
      ours: rate(elements),
      peer: named.join(', '),
      kept: elements >= (streams['node-x12 stream'] ?? 0),
    },
    {
      what: `${kind} guide and balances`,
      ours: rate(judged),
      peer: `${python}; node-x12 strict tree, no guide ${rate(tree)}`,
    },
    {
      what: `${kind} guide, balances and models`,
      ours: rate(modelled),
      peer: 'limit 8 MB/s',
      kept: modelled >= 8,
    },
    ...(await writingFigures(kind, bytes)),
  ];
}

async function countElements(bytes: Buffer): Promise<number> {
  let count = 0;
  for await (const batch of streamSegmentBatches(chunksOf(bytes))) {
    for (const segment of batch) count += segment.elements.length;
  }
  return count;
}

const BUILDERS: Readonly<Record<Kind, { groupId: string; version: string; build: () => TransactionDraft }>> =
  {
    '837P': {
      groupId: 'HC',
      version: '005010X222A1',
      build: () => buildProfessionalClaims(MODELS.CLAIMS, '0001'),
    },
    '835': {
      groupId: 'HP',
      version: '005010X221A1',
      build: () => buildRemittance(MODELS.REMITTANCE, '0001'),
    },
  };

/** From drafted segments, which a partner's delimiters and characters are checked in; from models; and as it was read. */
async function writingFigures(kind: Kind, bytes: Buffer): Promise<Figure[]> {
  const { build } = BUILDERS[kind];
  const drafts = Array.from({ length: 2_000 }, build);
  const size = written(kind, drafts).length;
  const writing = await speed(size, () => Promise.resolve(written(kind, drafts)));
  const building = await speed(size, () =>
    Promise.resolve(written(kind, Array.from({ length: 2_000 }, build))),
  );
  const { segments } = readSegments(bytes.subarray(0, 5_000_000));
  const again = await speed(5_000_000, () => Promise.resolve(Buffer.from(writeAsRead(segments))));
  return [
    {
      what: `${kind} writing`,
      ours: rate(writing),
      peer: `limit 20 MB/s; with building it from models ${rate(building)}, as it was read ${rate(again)}`,
      kept: writing >= 20,
    },
  ];
}

function written(kind: Kind, transactions: readonly TransactionDraft[]): Buffer {
  const { groupId: functionalId, version } = BUILDERS[kind];
  const party = { qualifier: 'ZZ', id: 'BENCH' };
  const group = {
    functionalId,
    sender: 'BENCH',
    receiver: 'BENCH',
    control: 1,
    version,
    transactions,
  };
  const at = '2026-11-16T09:00';
  return Buffer.from(
    writeInterchange({ sender: party, receiver: party, control: 1, at, usage: 'T', groups: [group] }),
  );
}

async function memoryFigures(): Promise<Figure[]> {
  const megabytes = 200;
  const [enveloped = 0, judged = 0] = await peakMegabytes(megabytes * 1e6, ['envelope', 'guide']);
  return [
    {
      what: `835 of ${megabytes} MB, segments with envelope checks, most memory`,
      ours: `${enveloped} MB`,
      peer: 'limit 100 MB',
      kept: enveloped <= 100,
    },
    {
      what: `835 of ${megabytes} MB, guide and balances, most memory`,
      ours: `${judged} MB`,
      peer: 'the same at any size',
    },
  ];
}
