import { localTime } from '@spark-den/kernel';
import { UiProvider } from '@spark-den/ui';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { useState } from 'react';
import { limitsOf } from '../lib/quotas.ts';
import { nextRule, type Rule } from '../lib/week.ts';
import { RuleRows } from './rule-rows.tsx';

const TYPES = [
  { appointmentTypeId: 'new', name: 'New patient' },
  { appointmentTypeId: 'follow-up', name: 'Follow-up' },
];
const MORNING: Rule = { ...nextRule([], 1, 'lakeside'), start: localTime('08:00') };

function Week({ onRules }: { readonly onRules: (rules: readonly Rule[]) => void }) {
  const [rules, setRules] = useState<readonly Rule[]>([MORNING]);
  return (
    <UiProvider>
      <main>
        <RuleRows
          rules={rules}
          locations={[{ locationId: 'lakeside', name: 'Lakeside Clinic' }]}
          types={TYPES}
          onChange={next => {
            setRules(next);
            onRules(next);
          }}
        />
      </main>
    </UiProvider>
  );
}

describe('limits in a working week', () => {
  it('SCH-07 (narrow: entering quotas) limits how many visits of some types the hours take, and takes the limit back', async () => {
    let rules: readonly Rule[] = [];
    render(<Week onRules={next => (rules = next)} />);
    await userEvent.click(screen.getByRole('button', { name: 'Limit visits, Monday 08:00' }));
    const limit = within(screen.getByRole('group', { name: 'Limit 1 of Monday 08:00' }));
    const most = limit.getByRole('spinbutton');
    await userEvent.clear(most);
    await userEvent.type(most, '3');
    await userEvent.click(limit.getByRole('button', { name: 'Follow-up' }));
    await userEvent.click(limit.getByRole('button', { name: 'New patient' }));
    expect(rules[0]?.quotas).toEqual([{ appointmentTypeIds: ['follow-up'], most: 3 }]);
    // the last type stays
    await userEvent.click(limit.getByRole('button', { name: 'Follow-up' }));
    expect(rules[0]?.quotas).toEqual([{ appointmentTypeIds: ['follow-up'], most: 3 }]);
    expect(limitsOf(rules[0]!, TYPES)).toEqual(['at most 3 Follow-up']);
    expect((await axe(document.body)).violations).toEqual([]);
    await userEvent.click(limit.getByRole('button', { name: 'Remove limit 1 of Monday 08:00' }));
    expect(rules[0]?.quotas).toEqual([]);
  });
});
