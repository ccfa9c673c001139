export * from './fakes.ts';
export * from './people.ts';
export * from './test-system.ts';
