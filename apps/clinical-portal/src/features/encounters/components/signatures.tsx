import type { Encounter } from '@spark-den/contracts/clinical/types';
import { Panel, Timeline } from '@spark-den/ui';

/** Who signed what, newest first. */
export function Signatures({ encounter }: { readonly encounter: Encounter }) {
  if (encounter.revisions.length === 0) return null;
  const items = [...encounter.revisions].reverse().map(revision => ({
    key: String(revision.version),
    title: revision.version === 1 ? 'Signed' : `Amended: ${revision.reason}`,
    at: revision.at,
    by: revision.by,
    tone: revision.version === 1 ? ('success' as const) : ('progress' as const),
  }));
  return (
    <Panel title="Signatures">
      <Timeline label="Signatures" items={items} />
    </Panel>
  );
}
