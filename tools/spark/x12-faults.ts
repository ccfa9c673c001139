import { AppError, type ErrorFields } from '@spark-den/kernel';

/** What a fault of the library means to whoever called the command. */
const SENTENCES: Readonly<Record<string, (fields: ErrorFields) => string>> = {
  'x12.merge_nothing': () => 'there is no transaction to merge',
  'x12.merge_mixed': ({ control }) =>
    `interchange ${String(control)} has another sender, receiver or usage than the first, and is not merged with it`,
  'x12.bad_json': ({ part }) => `is no JSON that to-json writes: "${String(part)}" is missing or wrong`,
  'x12.bad_envelope': ({ part }) =>
    `cannot be written, for its ${String(part)} does not fit into an envelope`,
  'x12.cannot_repeat': ({ segment, element, position }) =>
    `cannot be written, for element ${String(element)} of ${String(segment)}, segment ${String(position)}, repeats, and there is no separator for that`,
  'x12.forbidden_character': ({ segment, element, position }) =>
    `cannot be written, for element ${String(element)} of ${String(segment)}, segment ${String(position)}, holds a delimiter or a character that X12 does not know`,
};

/** Does the work on the files, and tells its exit code: 0 fine, 1 they are bad, 2 not to be read or written, 3 our fault. */
export async function attempt(
  files: readonly string[],
  tell: (text: string) => void,
  work: () => Promise<boolean>,
): Promise<number> {
  try {
    return (await work()) ? 0 : 1;
  } catch (error) {
    const { code, text } = faultOf(error as NodeJS.ErrnoException, files);
    tell(text);
    return code;
  }
}

function faultOf(error: NodeJS.ErrnoException, files: readonly string[]): { code: number; text: string } {
  const all = files.join(', ');
  if (error instanceof AppError) {
    const sentence = SENTENCES[error.code]?.(error.fields);
    return {
      code: 1,
      text: `${all}: ${sentence === undefined ? error.code : `${sentence} (${error.code})`}`,
    };
  }
  if (error instanceof SyntaxError) return { code: 1, text: `${all}: is no JSON` };
  if (error.code !== undefined && /^E[A-Z]+$/.test(error.code)) {
    const { path = all } = error;
    const isOurs = path !== all && !files.includes(path);
    return { code: 2, text: `${path}: cannot be ${isOurs ? 'written' : 'read'} (${error.code})` };
  }
  return { code: 3, text: `${all}: ${error.message}` };
}
