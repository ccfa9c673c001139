/** The file with the fault; SE01 made right unless the fault is there. */
export function mutated(text: string, from: string | RegExp, to: string): string {
  const result = typeof from === 'string' ? text.replace(from, () => to) : text.replace(from, to);
  if (result === text) throw new Error(`nothing to change: ${String(from)}`);
  if (/^(\/\(?)?SE/.test(String(from))) return result;
  const segments = result.split('~');
  const start = segments.findIndex(segment => segment.startsWith('ST*'));
  const end = segments.findIndex(segment => segment.startsWith('SE*'));
  return result.replace(/SE\*\d+/, `SE*${end - start + 1}`);
}
