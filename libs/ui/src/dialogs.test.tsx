import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { FormDialog } from './dialogs.tsx';
import { TextInput } from './field.tsx';
import { stillWrong, type FieldProblem } from './form.tsx';

function NameDialog({ onSaved }: { readonly onSaved: (name: string) => void }) {
  const [name, setName] = useState('');
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const now = name === '' ? [{ name: 'name', message: 'Enter the name.' }] : [];
  return (
    <FormDialog
      title="Change the name"
      confirmLabel="Save name"
      problems={stillWrong(problems, now)}
      onConfirm={() => (now.length > 0 ? setProblems(now) : onSaved(name))}
      onClose={() => {}}
    >
      <TextInput label="Name" name="name" value={name} onChange={event => setName(event.target.value)} />
    </FormDialog>
  );
}

describe('a form over the page', () => {
  it('starts in its first field, and Ctrl+Enter confirms it from there', async () => {
    const saved: string[] = [];
    render(<NameDialog onSaved={name => saved.push(name)} />);
    expect(screen.getByLabelText('Name')).toHaveFocus();
    await userEvent.keyboard('Elena{Control>}{Enter}{/Control}');
    expect(saved).toEqual(['Elena']);
  });

  it('takes the eye to what is missing, and lets go of it while it is typed', async () => {
    render(<NameDialog onSaved={() => {}} />);
    await userEvent.click(screen.getByRole('button', { name: 'Save name' }));
    expect(screen.getByRole('alert')).toHaveFocus();
    await userEvent.type(screen.getByLabelText('Name'), 'E');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByLabelText('Name')).toHaveFocus();
  });
});
