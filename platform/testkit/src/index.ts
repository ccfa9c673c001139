export * from './fakes.ts';
export * from './people.ts';
export * from './statement-fuse.ts';
export * from './test-system.ts';
