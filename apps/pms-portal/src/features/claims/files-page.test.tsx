import { integrationContract } from '@spark-den/contracts/integration/operations';
import type { InterchangeInfo } from '@spark-den/contracts/integration/types';
import { FakeApi } from '@spark-den/contracts/testing/fake-api';
import { instant } from '@spark-den/kernel';
import { renderAt, sessionOf } from '@spark-den/ui/portal/testing/render-at';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { PATIENCE } from '../../testing/patients.ts';
import { routes } from './routes.tsx';

const HELD: InterchangeInfo = {
  fileId: '01900000-0000-7000-8ffd-000000000031',
  direction: 'incoming',
  kind: '835',
  fileName: 'era-0417.835',
  status: 'held',
  reason: 'IEA02 is not the control number of ISA13',
  controlNumber: '000000417',
  senderId: 'BRIGHTCH',
  receiverId: 'HARBORPT',
  sha256: 'a1b2c3d4e5f60718',
  byteCount: 18_211,
  transactionCount: 0,
  batchId: null,
  answersFileId: null,
  acknowledgement: 'none',
  attempts: 1,
  createdAt: instant('2026-11-20T11:00:00Z'),
  processedAt: null,
};

const show = (server: () => InterchangeInfo, replayed: unknown[], ...permissions: string[]) => {
  new FakeApi()
    .on(integrationContract, {
      listInterchanges: ({ status }) => {
        const file = server();
        return { items: status && status !== file.status ? [] : [file], nextCursor: null };
      },
      replayFile: input => {
        replayed.push(input);
        return server();
      },
    })
    .install();
  return renderAt('/claims/files', [{ path: 'claims', children: routes }], sessionOf(permissions));
};
const open = async () => userEvent.click(await screen.findByRole('row', { name: /era-0417\.835/ }, PATIENCE));

describe('files of the clearinghouse', () => {
  it('lists what is held with the reason first, and reads it again', async () => {
    let file = HELD;
    const replayed: unknown[] = [];
    const { container } = show(
      () => file,
      replayed,
      'billing.claim.read',
      'integration.file.read',
      'integration.file.replay',
    );
    await open();
    const peek = within(await screen.findByRole('complementary', { name: 'Detail' }));
    expect(peek.getByText('IEA02 is not the control number of ISA13')).toBeInTheDocument();
    expect((await axe(container)).violations).toEqual([]);
    file = { ...HELD, status: 'received', reason: null };
    await userEvent.click(peek.getByRole('button', { name: 'Read again' }));
    expect(await screen.findByText('It is under way')).toBeInTheDocument();
    expect(await screen.findByText('Every file was sent or read')).toBeInTheDocument();
    expect(replayed).toEqual([{ fileId: HELD.fileId }]);
  });

  it('does not offer to read again to who may only look', async () => {
    show(() => HELD, [], 'billing.claim.read', 'integration.file.read');
    await open();
    expect(await screen.findByRole('button', { name: 'Open the file' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Read again' })).not.toBeInTheDocument();
  });
});
