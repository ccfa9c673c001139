import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Below one packet nothing is won. */
const WORTH_BYTES = 1_400;
const TEXT = /\.(?:js|css|svg)$/;

/** Lays `.br` and `.gz` beside each text file of a folder, so that nobody compresses while a person waits. */
export async function compressAssets(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter(name => TEXT.test(name));
  await Promise.all(names.map(name => compress(path.join(folder, name))));
}

async function compress(file: string): Promise<void> {
  const content = await readFile(file);
  if (content.length < WORTH_BYTES) return;
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  await writeFile(`${file}.br`, await promisify(brotliCompress)(content, { params }));
  await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: 9 }));
}
