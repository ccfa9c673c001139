import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { ErrorState, SkeletonRows } from '@spark-den/ui';
import { useQuery } from '@tanstack/react-query';
import { rawFileQuery } from '../api/claim-queries.ts';

/** A file as it went over the wire, a segment a line. */
export function RawFileDialog({
  fileId,
  onClose,
}: {
  readonly fileId: string;
  readonly onClose: () => void;
}) {
  const { data, error } = useQuery(rawFileQuery(fileId));
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="md" aria-labelledby="raw-file-title">
      <DialogTitle id="raw-file-title">
        {data ? `${data.info.kind} · ${data.info.fileName}` : 'Raw file'}
      </DialogTitle>
      <DialogContent>
        {error && <ErrorState error={error} />}
        {!data && !error && <SkeletonRows rows={8} />}
        {data && (
          <>
            <p className="sd-meta">
              Interchange {data.info.controlNumber} · {data.info.byteCount} bytes · SHA-256{' '}
              {data.info.sha256.slice(0, 16)}…
            </p>
            {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long file scrolls by keyboard */}
            <pre className="sd-raw" tabIndex={0} aria-label="Content of the file">
              {data.content.replace(/~\s*/g, '~\n')}
            </pre>
          </>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Close</Button>
      </DialogActions>
    </Dialog>
  );
}
