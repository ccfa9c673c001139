import { UiProvider } from '@spark-den/ui';
import { render, screen } from '@testing-library/react';
import { ChangedFields } from './changed-fields.tsx';

describe('what a change says', () => {
  it('NAV-03 (narrow: the words) shows times, dates and codes as people read them', () => {
    const verified = { at: '2026-11-13T13:00:00.000Z', by: 'Grace Kim', method: 'photo-id' };
    render(
      <UiProvider>
        <ChangedFields
          fields={[
            { field: 'identityVerified', before: null, after: verified },
            { field: 'birthDate', before: '1958-11-07', after: '1985-11-07' },
            { field: 'phones', before: [], after: [{ use: 'home', number: '8475550146' }, { use: 'work' }] },
          ]}
        />
      </UiProvider>,
    );
    const [identity, birth, phones] = screen.getAllByText(/: /).map(line => line.textContent);
    expect(identity).toMatch(
      /^Identity verified: nothing → 11\/13(\/2026)? \d+:00 [AP]M Grace Kim photo id$/,
    );
    expect(birth).toBe('Birth date: 11/07/1958 → 11/07/1985');
    expect(phones).toBe('Phones: nothing → home (847) 555-0146; work');
  });
});
