import { rmSync } from 'node:fs';

export default async function tearDown() {
  const running = globalThis.sparkTestCluster;
  if (!running) return;
  await running.cluster.stop();
  rmSync(running.dataDir, { recursive: true, force: true });
}
