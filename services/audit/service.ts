import { auditContract } from '@spark-den/contracts/audit/operations';
import { defineService } from '@spark-den/service-kit';
import type { AuditDatabase } from './database.ts';
import { ingest } from './events/ingest-events.ts';
import { searchEvents } from './events/search-events.ts';
import { AnchorFile } from './seal/anchors.ts';
import { sealAll } from './seal/seal-events.ts';
import { loadSigner, type Signer } from './seal/signer.ts';
import { getIntegrity, verifyLog } from './verify/integrity.ts';

export const auditService = defineService<AuditDatabase>()({
  contract: auditContract,
  migrations: new URL('./migrations/', import.meta.url),
  handlers: (ports, runtime) => ({
    ingest: ingest(runtime),
    searchEvents,
    getIntegrity,
    verifyLog: verifyLog(runtime, new AnchorFile(ports.settings.auditAnchorFile), ports.systemClock),
  }),
  workers: ports => {
    const anchors = new AnchorFile(ports.settings.auditAnchorFile);
    let loaded: Promise<Signer> | undefined;
    return [
      {
        name: 'seal audit events',
        everyMs: 500,
        run: async ({ relayDb: db }) => {
          const parts = { db, cipher: ports.cipher, clock: ports.systemClock };
          await sealAll({ ...parts, anchors, signer: () => (loaded ??= loadSigner(parts)) });
        },
      },
    ];
  },
  tablesWithoutPractice: {
    unsealed: 'A queue of event ids on their way to the seal; one seal covers events of all practices.',
    sealed_event: 'Positions and hashes of the one sealed order; it holds no content.',
    seal: 'Signed heads of the one chain.',
    signing_key: 'Keys of the seals.',
    verification: 'Results of verifying the one chain: positions and counts, no content.',
  },
});
