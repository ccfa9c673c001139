import { gunzipSync, inflateRawSync } from 'node:zlib';
import type { LoadableSet } from './edition.ts';

/** Which file of a publisher's archive holds the table. */
const MEMBERS: Readonly<Record<LoadableSet, RegExp>> = {
  icd10cm: /order[^/]*\.txt$/i,
  hcpcs: /ANWEB[^/]*\.txt$/i,
  'ncci-ptp': /\.txt$/i,
  mue: /\.csv$/i,
  rvu: /PPRRVU[^/]*\.csv$/i,
  cpt: /\.(txt|csv|tsv)$/i,
  carc: /\.(txt|csv|tsv)$/i,
  rarc: /\.(txt|csv|tsv)$/i,
};

/** Why a file is no table at all. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

/**
 * The text of a file as publishers hand it out: plain, gzip, or a ZIP archive that holds it; UTF-8, else Windows-1252.
 * @throws Unreadable
 */
export function textOf(set: LoadableSet, bytes: Buffer): string {
  const content = unpacked(set, bytes);
  if (content.subarray(0, 8_000).includes(0))
    throw new Unreadable('this is no text: save the table as text or CSV');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return content.toString('latin1').replace(/[\x80-\x9F]/g, windowsLetter);
  }
}

/** What Windows-1252 has where Latin-1 has control characters, from 80 hexadecimal. */
const WINDOWS_LETTERS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ';

function windowsLetter(control: string): string {
  return WINDOWS_LETTERS.charAt(control.charCodeAt(0) - 0x80);
}

function unpacked(set: LoadableSet, bytes: Buffer): Buffer {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const isZip = bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'));
  try {
    return isGzip ? gunzipSync(bytes) : isZip ? memberOf(set, bytes) : bytes;
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable('the archive is cut off or damaged');
  }
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;

/** The one member of a ZIP archive that holds the table (APPNOTE 4.3). */
function memberOf(set: LoadableSet, zip: Buffer): Buffer {
  const members = [...membersOf(zip)];
  const fitting = members.filter(({ name }) => MEMBERS[set].test(name));
  const [member, another] = fitting;
  if (!member || another) {
    const names = members.map(({ name }) => name).join(', ');
    throw new Unreadable(
      `the archive holds ${another ? 'several tables' : 'no such table'}; unpack it (${names})`,
    );
  }
  // the local header repeats the name and has extra fields of its own
  const start =
    member.offset + 30 + zip.readUInt16LE(member.offset + 26) + zip.readUInt16LE(member.offset + 28);
  const packed = zip.subarray(start, start + member.size);
  return member.method === 0 ? packed : inflateRawSync(packed);
}

function* membersOf(zip: Buffer) {
  let end = zip.length - 22;
  while (end >= 0 && zip.readUInt32LE(end) !== END) end -= 1;
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (zip.readUInt32LE(at) !== ENTRY) throw new RangeError('no entry');
    const length = zip.readUInt16LE(at + 28);
    yield {
      name: zip.toString('utf8', at + 46, at + 46 + length),
      method: zip.readUInt16LE(at + 10),
      size: zip.readUInt32LE(at + 20),
      offset: zip.readUInt32LE(at + 42),
    };
    at += 46 + length + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
}
