import { validateStream, type Level } from '@spark-den/x12';
import { createReadStream, readFileSync } from 'node:fs';

const [level, file = ''] = process.argv.slice(2);
let count = 0;
await validateStream(createReadStream(file), { level: level as Level }, () => (count += 1));
if (count === 0) throw new Error('nothing was read');
process.stdout.write(String(peakMegabytes()));

/** Of this program alone: what the system calls the most memory of a process counts that of its parent at the start, too. */
function peakMegabytes(): number {
  const own = /VmHWM:\s+(\d+)/.exec(
    process.platform === 'linux' ? readFileSync('/proc/self/status', 'utf8') : '',
  );
  return Math.round(Number(own?.[1] ?? process.resourceUsage().maxRSS) / 1024);
}
