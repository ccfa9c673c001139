import { instant, localDate, localTime, zone } from '@spark-den/kernel';
import type { Slot } from '@spark-den/contracts/scheduling/types';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { WishedTime } from './wished-time.tsx';

const slot = (start: string, provider: string): Slot => ({
  start: instant(start),
  end: instant(new Date(Date.parse(start) + 20 * 60_000).toISOString()),
  date: localDate(start.slice(0, 10)),
  localStart: localTime(start.slice(11, 16)),
  providerId: provider,
  zone: zone('America/Chicago'),
  locationId: 'lakeside',
  roomId: null,
  equipmentIds: [],
});

describe('a clicked time that is not free', () => {
  it('SCH-06 (narrow: in the booking dialog) says all that is in the way, and takes what could be instead', async () => {
    const later = slot('2026-11-24T15:20:00Z', 'osei');
    const other = slot('2026-11-24T15:00:00Z', 'reyes');
    const chosen: Slot[] = [];
    const reason = { resourceId: null, from: null, to: null, appointmentId: null };
    render(
      <WishedTime
        wish={{ start: instant('2026-11-24T14:00:00Z'), providerId: 'osei' }}
        answer={{
          reasons: [
            { ...reason, code: 'provider-time-off' },
            { ...reason, code: 'no-room-of-pool' },
          ],
          alternatives: [
            { slot: other, why: 'other-provider-same-time', shiftMinutes: 0 },
            { slot: later, why: 'same-provider-nearest', shiftMinutes: 80 },
          ],
        }}
        onChoose={each => chosen.push(each)}
        nameOf={id => (id === 'osei' ? 'Amara Osei, MD' : 'Daniel Reyes, MD')}
      />,
    );
    expect(screen.getByText(/:00 [AP]M with Amara Osei, MD is not free/)).toBeVisible();
    expect(screen.getByText('The provider is away.')).toBeVisible();
    expect(screen.getByText('There is no room for this kind of visit at the location.')).toBeVisible();
    const offers = screen.getAllByRole('button').map(button => button.textContent);
    expect(offers).toEqual([
      expect.stringMatching(/Daniel Reyes, MD.*the same time/),
      expect.stringMatching(/Amara Osei, MD.*1 h 20 min later/),
    ]);
    await userEvent.click(screen.getByRole('button', { name: /Amara Osei/ }));
    expect(chosen).toEqual([later]);
  });
});
