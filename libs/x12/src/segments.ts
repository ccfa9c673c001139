/**
 * The reader and writer of segments, and nothing that knows a transaction: what a partner's side of the wire may share
 * with us without sharing our reading of the guides.
 */
export * from './segments/delimiters.ts';
export * from './segments/interchange.ts';
export {
  SegmentSplitter,
  readSegments,
  streamSegmentBatches,
  streamSegments,
  type ReadProblem,
  type ReadResult,
} from './segments/reader.ts';
export * from './segments/segment.ts';
export {
  segmentWriter,
  writeAsRead,
  writeSegments,
  type CharacterSet,
  type ElementDraft,
  type SegmentDraft,
  type WriteOptions,
} from './segments/writer.ts';
