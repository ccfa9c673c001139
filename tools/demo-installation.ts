import { grownPractice } from '@spark-den/practice-simulator';
import { northfield } from '@spark-den/practice-simulator/demo-practice';
import { DEMO_USERS } from '@spark-den/practice-simulator/demo-users';
import type { Installation } from '@spark-den/server/install';

/** What makes the two demo practices: their people, places, payers and schedules; the first with so many providers. */
export function demoInstallation(providers = 2): Installation {
  const harborPoint = grownPractice(providers);
  const practices = [harborPoint.document, northfield].map(document => ({
    service: 'administration',
    operation: 'installPractice',
    practiceId: document.practice.id,
    input: document,
  }));
  const people = { ...DEMO_USERS, [harborPoint.document.practice.id]: harborPoint.users };
  const users = Object.entries(people).map(([practiceId, input]) => ({
    service: 'identity',
    operation: 'installUsers',
    practiceId,
    input,
  }));
  const schedule = {
    service: 'scheduling',
    operation: 'installSchedule',
    practiceId: harborPoint.document.practice.id,
    input: harborPoint.schedule,
  };
  return [...practices, ...users, schedule];
}
