import { compressAssets } from '@spark-den/tools/compress-assets';
import fastify from 'fastify';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { registerAssets } from './assets.ts';

const script = 'export const words = "the same again and again";\n'.repeat(200);

describe('assets of a portal', () => {
  let folder: string;
  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'spark-den-assets-'));
    mkdirSync(path.join(folder, 'assets'));
    writeFileSync(path.join(folder, 'assets', 'entry-1.js'), script);
    writeFileSync(path.join(folder, 'assets', 'tiny-1.js'), 'export {};');
    await compressAssets(path.join(folder, 'assets'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function get(file: string, encodings: string) {
    const app = fastify();
    await registerAssets(app, folder);
    return app.inject({ url: `/assets/${file}`, headers: { 'accept-encoding': encodings } });
  }

  it('come as the browser takes them best, and for ever', async () => {
    const brotli = await get('entry-1.js', 'gzip, deflate, br');
    expect(brotli.headers).toMatchObject({
      'content-encoding': 'br',
      'content-type': expect.stringContaining('javascript'),
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
    });
    expect(brotliDecompressSync(brotli.rawPayload).toString()).toBe(script);
    expect(brotli.rawPayload.length).toBeLessThan(script.length / 10);
    const gzip = await get('entry-1.js', 'gzip');
    expect(gunzipSync(gzip.rawPayload).toString()).toBe(script);
  });

  it('come as they are to who takes nothing else, and where compressing wins nothing', async () => {
    expect((await get('entry-1.js', 'identity')).body).toBe(script);
    const tiny = await get('tiny-1.js', 'gzip, br');
    expect(tiny.headers['content-encoding']).toBeUndefined();
    expect(tiny.body).toBe('export {};');
    expect((await get('none-1.js', 'br')).statusCode).toBe(404);
  });
});
