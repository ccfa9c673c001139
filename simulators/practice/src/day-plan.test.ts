import { localDate, weekday } from '@spark-den/kernel';
import fc from 'fast-check';
import { workdaysFrom, workdaysUntil } from './calendar.ts';
import { Demand, type PlannedVisit } from './day-plan.ts';
import { grownPractice, locationOn } from './grown-practice.ts';
import { Random } from './random.ts';

const seeds = fc.nat(1_000_000);
const providers = fc.integer({ min: 1, max: 5 });

function plans(seed: number, providerCount: number, days: number): PlannedVisit[][] {
  const demand = new Demand(new Random(seed), 8);
  return workdaysFrom(localDate('2026-03-02'), days).map(date => demand.plan(date, providerCount));
}

describe('the demand on a practice', () => {
  it('is the same for the same seed and another for another', () => {
    expect(plans(7, 3, 5)).toEqual(plans(7, 3, 5));
    expect(plans(7, 3, 5)).not.toEqual(plans(8, 3, 5));
  });

  it('never asks a provider or a patient to be in two places at once', () => {
    fc.assert(
      fc.property(seeds, providers, (seed, count) => {
        for (const day of plans(seed, count, 6)) {
          expect(new Set(day.map(visit => visit.member.number)).size).toBe(day.length);
          for (let provider = 1; provider <= count; provider += 1) {
            const own = day.filter(visit => visit.provider === provider);
            for (const [index, visit] of own.entries()) {
              const next = own[index + 1];
              if (next) expect(visit.start + visit.minutes).toBeLessThanOrEqual(next.start);
            }
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('stays within working hours and away from the midday break, where the provider works that day', () => {
    fc.assert(
      fc.property(seeds, providers, (seed, count) => {
        const [date] = workdaysFrom(localDate('2026-03-04'), 1);
        if (!date) throw new Error('there is a workday');
        for (const visit of new Demand(new Random(seed), 8).plan(date, count)) {
          const end = visit.start + visit.minutes;
          expect((visit.start >= 480 && end <= 720) || (visit.start >= 780 && end <= 1020)).toBe(true);
          expect(visit.locationId).toBe(locationOn(visit.provider, weekday(date)));
        }
      }),
      { numRuns: 50 },
    );
  });

  it('counts working days forwards and backwards without weekends', () => {
    expect(workdaysFrom(localDate('2026-03-06'), 2)).toEqual(['2026-03-06', '2026-03-09']);
    expect(workdaysUntil(localDate('2026-03-08'), 2)).toEqual(['2026-03-05', '2026-03-06']);
  });
});

describe('a practice that grows', () => {
  it('gives each further provider a room, a schedule, a valid NPI and a sign-in of their own', () => {
    const { document, schedule, users } = grownPractice(4);
    expect(document.providers).toHaveLength(4);
    expect(new Set(document.providers.map(provider => provider.npi)).size).toBe(4);
    expect(document.rooms).toHaveLength(grownPractice(2).document.rooms.length + 2);
    expect(new Set(schedule.templates.map(template => template.providerId)).size).toBe(4);
    const emails = users.users.map(user => user.email);
    expect(emails).toEqual(
      expect.arrayContaining(['provider3@harborpoint.example', 'provider4@harborpoint.example']),
    );
    expect(new Set(users.users.map(user => user.id)).size).toBe(emails.length);
  });
});
