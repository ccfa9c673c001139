import { streamSegmentBatches, validateStream } from '@spark-den/x12';
import { createReadStream } from 'node:fs';

const [work, file = ''] = process.argv.slice(2);
const chunks = createReadStream(file);
let count = 0;
if (work === 'segments') for await (const batch of streamSegmentBatches(chunks)) count += batch.length;
else await validateStream(chunks, {}, () => (count += 1));
if (count === 0) throw new Error('nothing was read');
process.stdout.write(String(Math.round(process.resourceUsage().maxRSS / 1024)));
