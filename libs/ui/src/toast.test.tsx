import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { jest } from '@jest/globals';
import { axe } from 'jest-axe';
import { ConfirmDialog, ReasonDialog } from './dialogs.tsx';
import { renderUi } from './test-support.tsx';
import { useToast } from './toast.tsx';

function Page({ undo }: { undo: () => void }) {
  const toast = useToast();
  return (
    <button type="button" onClick={() => toast.show('Claim 104390 pended to 11/24', { undo })}>
      Pend
    </button>
  );
}

describe('feedback', () => {
  it('says what was done and undoes it with Z', async () => {
    const undo = jest.fn();
    renderUi(<Page undo={undo} />);
    await userEvent.click(screen.getByRole('button', { name: 'Pend' }));
    expect(screen.getByRole('status')).toHaveTextContent('Claim 104390 pended to 11/24');
    await userEvent.keyboard('z');
    expect(undo).toHaveBeenCalledTimes(1);
    expect(screen.queryByRole('status')).toBeNull();
  });

  it('names the amount before money leaves, and can be left with Esc', async () => {
    const onConfirm = jest.fn();
    const onClose = jest.fn();
    const { baseElement } = renderUi(
      <ConfirmDialog
        title="Refund the credit?"
        confirmLabel="Refund $45.00"
        onConfirm={onConfirm}
        onClose={onClose}
      >
        $45.00 go back to the card that paid.
      </ConfirmDialog>,
    );
    expect((await axe(baseElement)).violations).toEqual([]);
    await userEvent.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: 'Refund $45.00' }));
    expect(onConfirm).toHaveBeenCalledTimes(1);
  });

  it('asks for a reason before it goes on', async () => {
    const onConfirm = jest.fn();
    renderUi(
      <ReasonDialog
        title="Void the charge"
        confirmLabel="Void the charge"
        reasons={[{ value: 'wrong-patient', label: 'Wrong patient' }]}
        onConfirm={onConfirm}
        onClose={() => undefined}
      />,
    );
    const confirm = screen.getByRole('button', { name: 'Void the charge' });
    expect(confirm).toBeDisabled();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: /Reason/ }), 'Wrong patient');
    await userEvent.type(screen.getByRole('textbox', { name: 'Note' }), 'mixed up at the desk');
    await userEvent.click(confirm);
    expect(onConfirm).toHaveBeenCalledWith({ reason: 'wrong-patient', note: 'mixed up at the desk' });
  });
});
