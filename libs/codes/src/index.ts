export { CodeLibrary, codes, type CheckAnswer, type CheckedSet } from './code-library.ts';
export {
  LEAST_ROWS,
  LOADABLE_SETS,
  type Edition,
  type EditionRow,
  type LineProblem,
  type LoadableSet,
} from './editions/edition.ts';
export { EditionStore, type LoadReport, type LoadRequest } from './editions/edition-store.ts';
export { sourceOf, type EditionSource } from './editions/loaded-editions.ts';
export * from './types.ts';
