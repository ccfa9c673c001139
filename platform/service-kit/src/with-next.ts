/**
 * Begins a statement whose answer nobody waits for: its connection sends it along with the next statement, so that the
 * two cost one way to the database and back. Should it fail, so does that next one, whatever its own outcome.
 */
export const WITH_NEXT = '/* with next */ ';

/** Begin and end reads as a practice: with nothing between them, neither is sent. */
export const READS_BEGIN = `${WITH_NEXT}/* reads begin */ `;
export const READS_END = `${WITH_NEXT}/* reads end */ `;
