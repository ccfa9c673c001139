import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { jest } from '@jest/globals';
import { axe } from 'jest-axe';
import { useState } from 'react';
import { EmptyState } from './states.tsx';
import { renderUi } from './test-support.tsx';
import { toggleSort, tracksOf } from './worklist-model.ts';
import { Worklist, type WorklistColumn } from './worklist.tsx';

interface Claim {
  readonly id: string;
  readonly patient: string;
}
const claims: Claim[] = ['Alvarez', 'Chen', 'Okonkwo'].map((patient, index) => ({
  id: `c${index}`,
  patient,
}));
const columns: WorklistColumn<Claim>[] = [
  { id: 'claim', header: 'Claim', cell: claim => claim.id },
  { id: 'patient', header: 'Patient', cell: claim => claim.patient, sortable: true, primary: true },
];

function List({
  onOpen = () => undefined,
  onSort,
}: {
  onOpen?: (claim: Claim) => void;
  onSort?: (sort: string) => void;
}) {
  const [selected, setSelected] = useState<string>();
  const [checked, setChecked] = useState<ReadonlySet<string>>(new Set());
  return (
    <Worklist
      label="Claims"
      columns={columns}
      rows={claims}
      rowId={claim => claim.id}
      rowLabel={claim => claim.patient}
      selectedId={selected}
      onSelect={claim => setSelected(claim.id)}
      onOpen={onOpen}
      checked={checked}
      onCheck={setChecked}
      sort="patient"
      onSort={onSort}
      empty={null}
    />
  );
}

const row = (name: string) => screen.getByRole('row', { name: new RegExp(name) });
const settle = () => new Promise(resolve => setTimeout(resolve, 40));

describe('Worklist', () => {
  it('XNAV-05 is walked by J and K, opened by Enter, checked by X, without a mouse', async () => {
    const onOpen = jest.fn();
    const user = userEvent.setup();
    renderUi(<List onOpen={onOpen} />);
    while (document.activeElement !== row('Alvarez')) await user.tab();
    await user.keyboard('j');
    await settle();
    expect(row('Chen')).toHaveAttribute('aria-selected', 'true');
    expect(row('Chen')).toHaveFocus();
    await user.keyboard('x');
    await user.keyboard('{Enter}');
    expect(onOpen).toHaveBeenCalledWith(claims[1]);
    expect(within(row('Chen')).getByRole('checkbox')).toBeChecked();
    expect(screen.getByRole('region', { name: 'Selected rows' })).toHaveTextContent('1 selected');
    await user.keyboard('k');
    await settle();
    expect(row('Alvarez')).toHaveFocus();
    expect(document.querySelectorAll('[role="row"][tabindex="0"]')).toHaveLength(1);
  });

  it('asks the server for the order that a header names, and shows the one that holds', async () => {
    const onSort = jest.fn();
    renderUi(<List onSort={onSort} />);
    expect(screen.getByRole('columnheader', { name: 'Patient' })).toHaveAttribute('aria-sort', 'ascending');
    await userEvent.click(screen.getByRole('button', { name: 'Patient' }));
    expect(onSort).toHaveBeenCalledWith('-patient');
    expect(toggleSort('-patient', 'balance', true)).toBe('-patient,balance');
    expect(toggleSort('-patient,balance', 'patient', true)).toBe('balance');
  });

  it('scrolls sideways only below the sum of what its columns need at least', () => {
    expect(tracksOf(['84px', 'minmax(140px, 2fr)', undefined], true)).toEqual({
      template: '32px 84px minmax(140px, 2fr) minmax(96px, 1fr)',
      least: 32 + 84 + 140 + 96 + 16,
    });
  });

  it('says why there is nothing, and what failed', () => {
    const nothing = {
      label: 'Claims',
      columns,
      rows: [],
      rowId: () => '',
      rowLabel: () => '',
      empty: <EmptyState kind="done" title="All worked" />,
    };
    const { unmount } = renderUi(<Worklist {...nothing} />);
    expect(screen.getByText('All worked')).toBeInTheDocument();
    unmount();
    renderUi(<Worklist {...nothing} error={new Error('x')} onRetry={() => undefined} />);
    expect(screen.getByRole('alert')).toHaveTextContent('Something went wrong');
    expect(screen.getByRole('button', { name: 'Try again' })).toBeInTheDocument();
  });

  it('draws what is seen of a long list', () => {
    const many = Array.from({ length: 5000 }, (_, index) => ({ id: `c${index}`, patient: `P${index}` }));
    renderUi(
      <Worklist
        label="Claims"
        columns={columns}
        rows={many}
        rowId={claim => claim.id}
        rowLabel={claim => claim.patient}
        empty={null}
      />,
    );
    expect(screen.getAllByRole('row').length).toBeLessThan(80);
  });

  it('has nothing that axe would report', async () => {
    const { container } = renderUi(<List />);
    expect((await axe(container)).violations).toEqual([]);
  });
});
