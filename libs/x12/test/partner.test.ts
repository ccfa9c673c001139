import {
  buildClaimStatusRequest,
  buildDentalClaims,
  buildEligibilityInquiry,
  buildEligibilityResponse,
  buildInstitutionalClaims,
  buildProfessionalClaims,
  buildRemittance,
  buildServicesReview,
  fromJson,
  readInterchanges,
  readSegments,
  toJson,
  validate,
  writeForPartner,
  type PartnerProfile,
} from '../src/index.ts';
import { REVIEW, TEETH } from './fixture-dental-review.ts';
import { INQUIRY } from './fixture-inquiry.ts';
import { STATUS_QUESTION, STAY } from './fixture-institution.ts';
import { FIXTURES, MODELS } from './fixtures.ts';

const PROFILE: PartnerProfile = {
  sender: { qualifier: 'ZZ', id: 'HARBORPT' },
  receiver: { qualifier: '30', id: '364000001' },
  applicationReceiver: 'CLAIMS',
  usage: 'T',
  acknowledgementRequested: true,
  delimiters: { element: '|', component: '>', repetition: '!', segment: "'" },
  characters: 'basic',
  forbidden: 'replace',
  lineBreak: '\r\n',
};
const NUMBERS = { interchange: 17, group: 40, at: '2026-11-16T09:00' };
const HOSTILE = "A*B:C^D~E|F>G!H'I\nISA*SE*1~IEA*1~";

/** Values of JSON that are texts. */
const STRINGS = /:"(?:[^"\\]|\\.)*"/g;

const TRANSACTIONS = [
  buildProfessionalClaims(MODELS.CLAIMS, '0001'),
  buildRemittance(MODELS.REMITTANCE, '0001'),
  buildProfessionalClaims(MODELS.CLAIMS, '0002'),
  buildEligibilityInquiry(INQUIRY, '0001'),
  buildEligibilityResponse(MODELS.ELIGIBILITY, '0001'),
  buildClaimStatusRequest(STATUS_QUESTION, '0001'),
  buildInstitutionalClaims(STAY, '0001'),
  buildDentalClaims(TEETH, '0001'),
  buildServicesReview(REVIEW, '0001'),
];

describe('writing to a partner', () => {
  it('goes by the profile: ids, versions, delimiters, characters, and a group for each kind', () => {
    const text = writeForPartner(PROFILE, TRANSACTIONS, NUMBERS);
    expect(validate(text, { level: 'product' }).errors).toEqual([]);
    const [interchange] = readInterchanges(text).interchanges;
    expect(interchange).toMatchObject({ control: '000000017', receiver: { qualifier: '30' } });
    expect(interchange?.header.delimiters).toEqual(PROFILE.delimiters);
    expect(text).not.toMatch(/[a-z]/);
    const groups = interchange?.groups.map(({ functionalId, version, control, receiver, received }) =>
      [functionalId, version, control, receiver, received].join(' '),
    );
    expect(groups?.slice(0, 2)).toEqual(['HC 005010X222A1 40 CLAIMS 2', 'HP 005010X221A1 41 CLAIMS 1']);
  });

  it('writes another version only where a guide knows it', () => {
    const [claims] = TRANSACTIONS;
    if (!claims) throw new Error('there are transactions');
    const wanting = (version: string) =>
      writeForPartner({ ...PROFILE, versions: { '837P': version } }, [claims], NUMBERS);
    expect(readInterchanges(wanting('005010X222')).interchanges[0]?.groups[0]?.version).toBe('005010X222');
    for (const version of ['004010X098A1', '005010X223A3*']) {
      expect(() => wanting(version)).toThrow(expect.objectContaining({ code: 'x12.bad_envelope' }));
    }
  });

  it('lets no text of any model or envelope become structure', () => {
    const own = TRANSACTIONS.map(transaction => writeForPartner(PROFILE, [transaction], NUMBERS));
    const files = [...own, FIXTURES['277CA'], FIXTURES['999']];
    for (const text of files) {
      const json = JSON.stringify(toJson(text));
      const places = json.match(STRINGS)?.length ?? 0;
      for (let place = 0; place < places; place += 1) {
        const [hostile, harmless] = [HOSTILE, 'ABC'].map(text => writtenWith(json, place, text));
        if (hostile === undefined || harmless === undefined) continue;
        expect({ place, ids: idsOf(hostile) }).toEqual({ place, ids: idsOf(harmless) });
      }
    }
  }, 60_000);
});

function idsOf(text: string): readonly string[] {
  return readSegments(text).segments.map(({ id }) => id);
}

/** @returns the file with another text at this place of its JSON; nothing where it was refused by a code of ours */
function writtenWith(json: string, place: number, text: string): string | undefined {
  let at = -1;
  const changed = json.replace(STRINGS, found => ((at += 1) === place ? `:${JSON.stringify(text)}` : found));
  try {
    return fromJson(JSON.parse(changed), { forbidden: 'replace' });
  } catch (error) {
    expect((error as { code?: string }).code).toMatch(/^x12\./);
    return undefined;
  }
}
