import { harborPoint, northfield } from '@spark-den/practice-simulator/demo-practice';
import { demoSchedule } from '@spark-den/practice-simulator/demo-schedule';
import { DEMO_USERS } from '@spark-den/practice-simulator/demo-users';
import type { Installation } from '@spark-den/server/install';

/** What makes the two demo practices: their people, places, payers and schedules. */
export function demoInstallation(): Installation {
  const practices = [harborPoint, northfield].map(document => ({
    service: 'administration',
    operation: 'installPractice',
    practiceId: document.practice.id,
    input: document,
  }));
  const users = Object.entries(DEMO_USERS).map(([practiceId, input]) => ({
    service: 'identity',
    operation: 'installUsers',
    practiceId,
    input,
  }));
  const schedule = {
    service: 'scheduling',
    operation: 'installSchedule',
    practiceId: harborPoint.practice.id,
    input: demoSchedule,
  };
  return [...practices, ...users, schedule];
}
