import Button from '@mui/material/Button';
import { integrationContract } from '@spark-den/contracts/integration/operations';
import type { InterchangeInfo } from '@spark-den/contracts/integration/types';
import { FactList, InlineAlert, PeekPanel, TimeText } from '@spark-den/ui';
import { useCommand, useSession } from '@spark-den/ui/portal';
import { useState } from 'react';
import { api } from '../../../app/api.ts';
import { RawFileDialog } from './raw-file-dialog.tsx';

/** One file beside the list: why it waits, what it is, and what can be done with it. */
export function FilePeek({
  file,
  onClose,
}: {
  readonly file: InterchangeInfo;
  readonly onClose: () => void;
}) {
  const session = useSession();
  const [opened, setOpened] = useState(false);
  const { fileId, direction } = file;
  const again = direction === 'incoming' ? 'Read again' : 'Send again';
  const replay = useCommand({
    touches: 'integration',
    run: () => api(integrationContract).replayFile({ fileId }),
    done: ({ status, reason }) => (status === 'held' ? `Still held: ${reason ?? ''}` : 'It is under way'),
  });
  return (
    <PeekPanel
      title={file.fileName}
      subtitle={`Interchange ${file.controlNumber}`}
      onClose={onClose}
      footer={
        <div className="sd-actions">
          <Button onClick={() => setOpened(true)}>Open the file</Button>
          {file.status === 'held' && session.can('integration.file.replay') && (
            <Button
              variant="contained"
              color="primary"
              disabled={replay.isPending}
              onClick={() => replay.mutate(undefined)}
            >
              {again}
            </Button>
          )}
        </div>
      }
    >
      {file.reason && (
        <InlineAlert
          tone={file.status === 'held' ? 'danger' : 'info'}
          title={file.status === 'held' ? 'Held' : 'What was said of it'}
        >
          {file.reason}
        </InlineAlert>
      )}
      <FactList
        facts={[
          ['From', file.senderId],
          ['To', file.receiverId],
          ['Transactions', file.transactionCount],
          ['Size', `${file.byteCount.toLocaleString('en-US')} bytes`],
          ['Attempts', file.attempts],
          ['Kept', <TimeText key="kept" value={file.createdAt} form="short" />],
          ['SHA-256', <span key="hash" className="sd-num">{`${file.sha256.slice(0, 16)}…`}</span>],
        ]}
      />
      {opened && <RawFileDialog fileId={fileId} onClose={() => setOpened(false)} />}
    </PeekPanel>
  );
}
