import { createHash } from 'node:crypto';
import fc from 'fast-check';
import {
  deidentify,
  diffFiles,
  fromJson,
  mergeFiles,
  parseProfessionalClaims,
  parseRemittance,
  readInterchanges,
  splitTransactions,
  toJson,
  transactionsOf,
  validate,
  writeAsRead,
} from '../src/index.ts';
import { elementRulesOf, isKnownSegment } from '../src/guides/standard.ts';
import { ABOUT_PEOPLE, IDENTIFYING } from '../src/files/identifying.ts';
import { sha256 } from '../src/files/sha256.ts';
import { readSegments } from '../src/segments.ts';
import { FIXTURES, MODELS } from './fixtures.ts';
import { corpus } from './shared-folder.ts';
import { firstOf } from './writing.ts';

/** Names, ids, addresses, numbers to call, free text, dates and periods, accounts: by their data element. */
const TELLING = /^(67|93|127|166|352|364|373|508|933|103[5-9]|1028|1251|I02|I04|I06|I07)$/;
/** Remark codes, teeth and taxonomies. */
const CODES_AFTER_ALL = /^(DN21|MIA\d+|MOA\d+|PRV3)$/;

const AT = '2026-11-16T09:00';

function errorsOf(text: string | Uint8Array, level: 'guide' | 'situational' = 'guide') {
  const report = validate(text, { level });
  return [...report.errors, ...report.transactions.flatMap(({ errors }) => errors)].map(
    ({ message }) => message,
  );
}

const isNamed = (id: string) => id in IDENTIFYING || isKnownSegment(id);

/** What a file tells of people: every id, name and date long enough not to occur by chance. */
function tellingParts(text: string | Uint8Array): readonly string[] {
  return readSegments(text).segments.flatMap(({ id, elements, delimiters }) =>
    elements.flatMap((element, index) => {
      const kind = IDENTIFYING[id]?.[index];
      if (kind === undefined) return [];
      if (typeof kind === 'string') return element.split(/[-:]/).map(part => part.trim());
      return element
        .split(delimiters.component)
        .filter((_, part) => kind[part + 1] !== undefined)
        .flatMap(part => part.split('-'));
    }),
  );
}

describe('a file without the people in it', () => {
  it('holds no name, id or date of the original, and all its amounts', () => {
    for (const text of Object.values(FIXTURES)) {
      const result = deidentify(text, { key: 'secret' });
      const left = tellingParts(text).filter(part => part.length >= 4 && result.includes(part));
      expect(left).toEqual([]);
      expect(result.length).toBeGreaterThan(text.length * 0.8);
    }
    const { value } = parseRemittance(firstOf(deidentify(FIXTURES['835'], { key: 'secret' })));
    expect(value.amount).toBe(MODELS.REMITTANCE.amount);
    expect(value.groups.flatMap(({ claims }) => claims.map(({ paid }) => paid))).toEqual(
      MODELS.REMITTANCE.groups.flatMap(({ claims }) => claims.map(({ paid }) => paid)),
    );
  });

  it('has a rule for every element of the standard that names somebody, tells freely or dates', () => {
    const segments = corpus().flatMap(({ bytes }) => readSegments(bytes).segments.map(({ id }) => id));
    const known = new Set([...segments, ...Object.keys(IDENTIFYING)]);
    const forgotten = [...known].filter(isKnownSegment).flatMap(id =>
      elementRulesOf(id).flatMap((rule, index) => {
        const kind = IDENTIFYING[id]?.[index + 1];
        const parts = rule.components.length === 0 ? [rule] : rule.components;
        return parts.flatMap(({ dataElement }, part) => {
          const has = typeof kind === 'object' ? kind[part + 1] !== undefined : kind !== undefined;
          return has || !TELLING.test(String(dataElement)) ? [] : [`${id}${index + 1}`];
        });
      }),
    );
    expect(forgotten.filter(place => !CODES_AFTER_ALL.test(place))).toEqual([]);
  });

  it('holds nothing of it in any file that others wrote, at the place where it stood', () => {
    for (const { file, bytes } of corpus()) {
      const after = readSegments(deidentify(bytes, { key: 'secret' })).segments;
      const left = readSegments(bytes).segments.flatMap(({ id, elements, delimiters }, at) =>
        elements.flatMap((text, index) => {
          const kind = IDENTIFYING[id]?.[index];
          if (index === 0 || (kind === undefined && isNamed(id) && !ABOUT_PEOPLE.has(id))) return [];
          const parts = text.split(delimiters.component);
          const now = after[at]?.elements[index]?.split(delimiters.component) ?? [];
          return parts.filter((part, place) => {
            const isTime = id === 'DTP' && elements[2] === 'TM' && part.length <= 8;
            const counts = typeof kind === 'object' ? kind[place + 1] !== undefined : !isTime;
            return counts && /[A-Za-z0-9].{3}/.test(part) && part === now[place];
          });
        }),
      );
      expect({ file, left }).toEqual({ file, left: [] });
    }
  });

  it('lets what slipped elsewhere go too, and never two different ids become one', () => {
    const text = FIXTURES['837P']
      .replace('NM1*85*2*', 'NM1*85*2*X*Y*Z***FIRSTNAMELASTNAME*LOST~ZZZ*JOHN SMITH*19791125~NM1*85*2*')
      .replace('HI*ABK:I10', 'HI*BH>A1>D8>20261101');
    const result = deidentify(text, { key: 'secret' });
    for (const lost of ['FIRSTNAME', 'JOHN', '19791125', '20261101']) expect(result).not.toContain(lost);
    const ids = Array.from({ length: 90 }, (_, index) => String(index + 10));
    const many = `${FIXTURES['837P'].slice(0, 106)}${ids.map(id => `CLM*${id}~`).join('')}`;
    const given = readSegments(deidentify(many, { key: 'secret' })).segments.slice(1);
    expect(new Set(given.map(({ elements }) => elements[1])).size).toBe(ids.length);
  });

  it('is still valid, and the same for the same key only', () => {
    for (const text of Object.values(FIXTURES)) {
      const result = deidentify(text, { key: 'secret' });
      expect(validate(result, { level: 'product' }).ok).toBe(true);
      expect(deidentify(text, { key: 'secret' })).toBe(result);
      expect(deidentify(text, { key: 'another' })).not.toBe(result);
    }
    const broken = corpus()
      .filter(({ bytes, verdict }) => /^valid/.test(verdict) && validate(bytes).ok)
      .filter(({ bytes }) => !validate(deidentify(bytes, { key: 'secret' })).ok);
    expect(broken.map(({ file }) => file)).toEqual([]);
  });

  it('keeps equal what was equal, and the days between dates', () => {
    const { value } = parseProfessionalClaims(firstOf(deidentify(FIXTURES['837P'], { key: 'k' })));
    const claim = value.billing[0]?.subscribers[0]?.claims[0];
    expect(claim?.lines[0]?.adjudications?.[0]?.payerId).toBe(claim?.otherPayers?.[0]?.payer.party.id);
    const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
    const line = claim?.lines[0];
    expect(days(line?.serviceFrom ?? '', line?.adjudications?.[0]?.adjudicatedOn ?? '')).toBe(4);
  });

  it('is keyed by a SHA-256 that is one', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), text => {
        expect(Buffer.from(sha256(text)).toString('hex')).toBe(
          createHash('sha256').update(text).digest('hex'),
        );
      }),
      { numRuns: 200 },
    );
  });
});

describe('files put together and compared', () => {
  it('are one interchange with transactions numbered anew', () => {
    const merged = mergeFiles([FIXTURES['835'], FIXTURES['837P'], FIXTURES['835']], { control: 40, at: AT });
    expect(validate(merged, { level: 'product' }).ok).toBe(true);
    const controls = [...transactionsOf(readInterchanges(merged))].map(
      ({ transaction, group }) => `${group.control} ${transaction.set} ${transaction.control}`,
    );
    expect(controls).toEqual(['40 835 0001', '40 835 0002', '41 837 0001']);
  });

  it('are refused where they are not between the same two', () => {
    const other = FIXTURES['835'].replace('ZZ*BRIGHTCH ', 'ZZ*SOMEBODY ');
    expect(() => mergeFiles([FIXTURES['835'], other], { control: 1, at: AT })).toThrow(
      expect.objectContaining({ code: 'x12.merge_mixed' }),
    );
    expect(() => mergeFiles(['nothing'], { control: 1, at: AT })).toThrow(
      expect.objectContaining({ code: 'x12.merge_nothing' }),
    );
  });

  it('of other hands say the same when they were split and put together again', () => {
    for (const { file, bytes } of corpus()) {
      if (!validate(bytes).ok) continue;
      for (const by of ['transaction', 'claim', 'payer'] as const) {
        const parts = splitTransactions(bytes, { by, control: 70 }).map(({ text }) => text);
        const wrong = parts.flatMap(text => errorsOf(text, 'situational'));
        expect({ file, by, wrong: errorsOf(bytes, 'situational').length > 0 ? [] : wrong }).toEqual({
          file,
          by,
          wrong: [],
        });
        if (by !== 'transaction' || parts.length === 0 || file.endsWith('mult_isa')) continue;
        const merged = mergeFiles(parts, { control: 1, at: AT });
        expect({ file, errors: errorsOf(merged), differences: diffFiles(bytes, merged) }).toEqual({
          file,
          errors: [],
          differences: [],
        });
      }
    }
  }, 60_000);

  it('hold one claim, or the claims of one payer, with numbers of their own', () => {
    const claims = splitTransactions(FIXTURES['837P'], { by: 'claim', control: 70 });
    expect(claims.map(({ text }) => /CLM\*(V\d+)[^]*IEA\*1\*(\d+)~$/.exec(text)?.slice(1))).toEqual([
      ['V100', '000000070'],
      ['V101', '000000071'],
    ]);
    const twice = FIXTURES['837P'].replace(
      /CLM\*V100[^]*?(?=HL\*)/,
      claim => claim + claim.replace('V100', 'V102'),
    );
    const payers = splitTransactions(twice, { by: 'payer' });
    expect(payers.map(({ text }) => text.match(/(?<=CLM\*)V\d+/g))).toEqual([['V100', 'V102'], ['V101']]);
    expect(splitTransactions(FIXTURES['835'], { by: 'claim' })).toHaveLength(1);
  });

  it('differ in each element that says something else', () => {
    for (const text of Object.values(FIXTURES)) {
      const { segments } = readSegments(text);
      const missed = segments.flatMap((segment, at) => {
        if (/^(ISA|IEA|G[SE]|S[TE]|HL|LX)$/.test(segment.id)) return [];
        return segment.elements.flatMap((element, index) => {
          if (index === 0 || element === '') return [];
          const other = `${element.startsWith('9') ? '8' : '9'}${element.slice(1)}`;
          const elements = segment.elements.with(index, other);
          const changed = segments.with(at, { ...segment, elements, text: elements.join('*') });
          return diffFiles(text, writeAsRead(changed)).length > 0 ? [] : [`${segment.text} ${index}`];
        });
      });
      expect(missed).toEqual([]);
    }
  });

  it('differ by what they say, not by how', () => {
    const text = FIXTURES['835'];
    const otherwise = text.replaceAll('~', '\r\n').replaceAll('*', '|').replace('|115|', '|115.00|');
    expect(diffFiles(text, otherwise)).toEqual([]);
    const paid = text.replace('CLP*V100*1*180*115', 'CLP*V100*1*180*114');
    expect(diffFiles(text, paid)).toEqual([
      {
        transaction: '835 #1',
        path: 'groups[0].claims[V100].paid',
        steps: ['groups', 0, 'claims', { key: 'V100' }, 'paid'],
        before: 11500,
        after: 11400,
      },
    ]);
    expect(diffFiles(text, FIXTURES['271']).length).toBeGreaterThan(0);
  });
});

describe('JSON', () => {
  it('of every kind of file says the same when it is written again', () => {
    for (const [kind, text] of Object.entries(FIXTURES)) {
      const again = fromJson(JSON.parse(JSON.stringify(toJson(text))));
      expect({ kind, differences: diffFiles(text, again) }).toEqual({ kind, differences: [] });
      expect(validate(again, { level: 'product' }).ok).toBe(true);
    }
  });

  it('of what has no model holds its segments', () => {
    const files = corpus().filter(
      ({ transaction, verdict }) => transaction === '278' && /^valid/.test(verdict),
    );
    for (const { bytes } of files) {
      const again = fromJson(JSON.parse(JSON.stringify(toJson(bytes))));
      const ids = (input: string | Uint8Array) =>
        [...transactionsOf(readInterchanges(input))].map(({ transaction }) =>
          transaction.segments.map(({ id }) => id),
        );
      expect(ids(again)).toEqual(ids(bytes));
    }
  });

  it('that is none of ours is refused with a code, never otherwise', () => {
    const models = [null, 1, {}, { transactions: [] }, { transactions: [{ type: '835', envelope: {} }] }];
    for (const json of models) {
      expect(() => fromJson(json)).toThrow(
        expect.objectContaining({ code: expect.stringMatching(/^x12\./) as string }),
      );
    }
  });
});
