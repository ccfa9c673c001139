import { cents, localDate } from '@spark-den/kernel';
import { renderUi } from '@spark-den/ui/test-support';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { useReducer } from 'react';
import { ChargeGrid } from './components/charge-grid.tsx';
import { changeDraft, newLine, type ChargeDraft } from './lib/charge-draft.ts';

const start: ChargeDraft = {
  patientId: 'p',
  providerId: 'd',
  locationId: 'l',
  dateOfService: localDate('2026-03-02'),
  diagnoses: [
    { code: 'I10', label: 'Hypertension' },
    { code: 'E119', label: 'Diabetes' },
  ],
  lines: [newLine('99214', 'Visit', true), newLine('G0444', 'Screening', true)],
};

function Form({ readOnly = false }: { readonly readOnly?: boolean }) {
  const [draft, dispatch] = useReducer(changeDraft, start);
  const prices = {
    lines: [
      { code: '99214', chargeCents: cents(24_000) },
      { code: 'G0444', chargeCents: null },
    ],
  };
  return <ChargeGrid draft={draft} preview={prices} dispatch={dispatch} readOnly={readOnly} />;
}

describe('charge grid', () => {
  it('NAV-12 is walked like a spreadsheet, and shows a missing price instead of a made-up one', async () => {
    renderUi(<Form />);
    const user = userEvent.setup();
    await user.click(screen.getByLabelText('Modifiers of line 1, 99214'));
    await user.keyboard('25{ArrowDown}');
    expect(screen.getByLabelText('Modifiers of line 2, G0444')).toHaveFocus();
    expect(screen.getByLabelText('Modifiers of line 1, 99214')).toHaveValue('25');
    expect(screen.getByText('$240.00')).toBeInTheDocument();
    expect(screen.getByText('No price')).toBeInTheDocument();
  });

  it('RCM-02 points a line to diagnoses by their letters', async () => {
    renderUi(<Form />);
    const user = userEvent.setup();
    const pointers = screen.getByRole('group', { name: 'Diagnoses of line 2, G0444' });
    await user.click(within(pointers).getByRole('button', { name: 'B' }));
    expect(within(pointers).getByRole('button', { name: 'B' })).toHaveAttribute('aria-pressed', 'true');
    await user.click(screen.getByRole('button', { name: 'Remove line 1, 99214' }));
    expect(screen.queryByText('99214')).not.toBeInTheDocument();
  });

  it('cannot be changed once it is posted, and axe finds nothing', async () => {
    const { container } = renderUi(<Form readOnly />);
    expect(screen.queryByLabelText('Units of line 1, 99214')).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Remove/ })).not.toBeInTheDocument();
    expect((await axe(container)).violations).toEqual([]);
  });
});
