import { localDateAt, localTimeAt, type Instant } from '@spark-den/kernel';
import { writeInterchange } from '@spark-den/x12/segments';
import { CLEARINGHOUSE } from '../clearinghouse/parties.ts';
import { SOUND, type ReceivedInterchange } from '../intake/envelope.ts';

/** TA1: we have your envelope, and this is what we think of it. */
export function writeTa1(received: ReceivedInterchange, note: string, at: Instant, control: number): string {
  return writeInterchange(
    {
      sender: { qualifier: 'ZZ', id: CLEARINGHOUSE.id },
      receiver: received.sender,
      control,
      at: `${localDateAt(at, CLEARINGHOUSE.zone)}T${localTimeAt(at, CLEARINGHOUSE.zone)}`,
      usage: received.usage === 'P' ? 'P' : 'T',
      acknowledgements: [
        ['TA1', received.control, received.date, received.time, note === SOUND ? 'A' : 'R', note],
      ],
      groups: [],
    },
    { forbidden: 'replace', lineBreak: '\n' },
  );
}
