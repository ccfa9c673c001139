import type { InterchangeInfo } from '@spark-den/contracts/integration/types';
import {
  EmptyState,
  PageHeader,
  SplitPane,
  StatusChip,
  TimeText,
  ViewSwitch,
  Worklist,
  type Tone,
  type WorklistColumn,
} from '@spark-den/ui';
import { pagedRows, useTitle } from '@spark-den/ui/portal';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router-dom';
import { filesQuery } from '../api/claim-queries.ts';
import { FilePeek } from '../components/file-peek.tsx';

const VIEWS = [
  { value: 'held', label: 'Held' },
  { value: 'all', label: 'All' },
] as const;

const STATUS: Readonly<Record<InterchangeInfo['status'], readonly [Tone, string]>> = {
  waiting: ['progress', 'Waits to be sent'],
  sent: ['success', 'Sent'],
  received: ['progress', 'Being read'],
  processed: ['success', 'Read'],
  held: ['danger', 'Held'],
};

const columns: readonly WorklistColumn<InterchangeInfo>[] = [
  {
    id: 'name',
    header: 'File',
    primary: true,
    width: 'minmax(180px, 1.5fr)',
    cell: file => <span className="sd-num">{file.fileName}</span>,
  },
  { id: 'kind', header: 'Kind', width: '80px', cell: file => file.kind },
  {
    id: 'status',
    header: 'Status',
    width: '160px',
    cell: file => <StatusChip tone={STATUS[file.status][0]}>{STATUS[file.status][1]}</StatusChip>,
  },
  {
    id: 'direction',
    header: 'Way',
    width: '90px',
    wideOnly: true,
    cell: file => (file.direction === 'incoming' ? 'Received' : 'Sent out'),
  },
  {
    id: 'reason',
    header: 'Why',
    width: 'minmax(160px, 2fr)',
    wideOnly: true,
    cell: file => <span className="sd-text2">{file.reason ?? ''}</span>,
  },
  {
    id: 'kept',
    header: 'Kept',
    width: '140px',
    cell: file => <TimeText value={file.createdAt} form="short" />,
  },
];

/** Everything that went to the clearinghouse or came from it; what could not be read or sent comes first to hand. */
export function FilesPage() {
  useTitle('Files');
  const [params, setParams] = useSearchParams();
  const view = params.get('view') === 'all' ? 'all' : 'held';
  const list = pagedRows(useInfiniteQuery(filesQuery(view === 'held' ? 'held' : undefined)));
  const selected = list.rows.find(file => file.fileId === params.get('file'));
  return (
    <>
      <PageHeader title="Files" actions={<Link to="/claims">Back to claims</Link>} />
      <ViewSwitch label="Views" value={view} views={VIEWS} onChange={value => setParams({ view: value })} />
      <SplitPane peek={selected && <FilePeek file={selected} onClose={() => setParams({ view })} />}>
        <Worklist
          label="Files"
          columns={columns}
          rowId={file => file.fileId}
          rowLabel={file => file.fileName}
          selectedId={selected?.fileId}
          onSelect={file => setParams({ view, file: file.fileId })}
          {...list}
          empty={
            view === 'held' ? (
              <EmptyState kind="done" title="Every file was sent or read">
                A file that cannot be is kept here with the reason.
              </EmptyState>
            ) : (
              <EmptyState kind="first" title="Nothing was exchanged with the clearinghouse yet" />
            )
          }
        />
      </SplitPane>
    </>
  );
}
