import nodeX12 from 'node-x12';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { X12parser } from 'x12-parser';
import { chunksOf, rate, speed, wholeFile, type Kind } from './x12-files.ts';

/** What others need for the same bytes: segments one by one, and a tree of the whole file. */
export async function peersOf(bytes: Buffer): Promise<{ streams: Record<string, number>; tree: number }> {
  return {
    streams: {
      'node-x12 stream': await speed(bytes.length, () => countFrom(new nodeX12.X12Parser(), bytes), 2),
      'x12-parser': await speed(bytes.length, () => countFrom(new X12parser(), bytes), 2),
    },
    tree: await speed(
      bytes.length,
      () => Promise.resolve(new nodeX12.X12Parser(true).parse(bytes.toString('latin1'))),
      1,
    ),
  };
}

async function countFrom(parser: NodeJS.ReadWriteStream, bytes: Buffer): Promise<number> {
  let count = 0;
  parser.on('data', () => (count += 1));
  await pipeline(Readable.from(chunksOf(bytes)), parser);
  return count;
}

/** Python's validator, where it is at hand; small files, for it is slow, and without its start. */
export function pyx12Rate(kind: Kind): string {
  const python = '.data/venv/bin/python';
  if (!existsSync(python)) return 'pyx12 is not at hand';
  const folder = mkdtempSync(path.join(tmpdir(), 'x12-bench-'));
  try {
    const [small, large] = [20_000, 420_000].map(size => {
      const bytes = wholeFile(kind, size);
      const file = path.join(folder, String(size));
      writeFileSync(file, bytes);
      const seconds = Number(execFileSync(python, ['-c', PYX12, file], { encoding: 'utf8', stdio: 'pipe' }));
      return { seconds, size: bytes.length };
    });
    if (!small || !large) return '';
    return `pyx12 ${rate((large.size - small.size) / (large.seconds - small.seconds) / 1e6)}`;
  } catch {
    return 'pyx12 is not at hand';
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const PYX12 = `
import io, logging, sys, time
import pyx12.params, pyx12.x12n_document
logging.disable(logging.CRITICAL)
started = time.process_time()
pyx12.x12n_document.x12n_document(param=pyx12.params.params(None), src_file=sys.argv[1], fd_997=io.StringIO(), fd_html=None, fd_xmldoc=None)
print(time.process_time() - started)
`;
