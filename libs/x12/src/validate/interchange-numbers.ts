import type { Interchange } from '../interchange-file.ts';
import type { Collector } from './collector.ts';
import { ControlNumbers } from './control-numbers.ts';

/** ISA13 of each pair of sender and receiver in a file: no number comes twice. */
export class InterchangeNumbers {
  readonly #byPair = new Map<string, ControlNumbers>();

  check({ sender, receiver, control, header }: Interchange, collector: Collector): void {
    const pair = [sender.qualifier, sender.id, receiver.qualifier, receiver.id].join('\n');
    const earlier = this.#byPair.get(pair) ?? new ControlNumbers();
    if (earlier.has(control)) {
      collector.add(header, 1, {
        code: 'isa.duplicate',
        message: 'An interchange before this one has the same sender, receiver and ISA13.',
        level: 'envelope',
        element: 13,
        value: control,
        expected: 'a number of its own',
        ack: { ta1: '025' },
      });
    }
    earlier.add(control);
    this.#byPair.set(pair, earlier);
  }
}
