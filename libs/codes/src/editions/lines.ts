/** Calls `read` for each line that is not blank, with its number from 1. Nothing but the line is held. */
export function eachLine(text: string, read: (line: string, number: number) => void): void {
  for (let start = 0, number = 1; start < text.length; number += 1) {
    const end = text.indexOf('\n', start);
    const line = text.slice(start, end < 0 ? text.length : end).replace(/\r$/, '');
    if (line.trim() !== '') read(line, number);
    start = end < 0 ? text.length : end + 1;
  }
}
