import { component, element, type Segment } from '../segments/segment.ts';
import type { Collector } from './collector.ts';

/** States, territories and military mail of the United States (USPS), and provinces of Canada. */
const STATES: ReadonlySet<string> = new Set(
  `AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC
   SD TN TX UT VT VA WA WV WI WY AS FM GU MH MP PR PW UM VI AA AE AP AB BC MB NB NL NS NT NU ON PE QC SK YT`.split(
    /\s+/,
  ),
);

/** ISO 3166-1, two letters. */
const COUNTRIES: ReadonlySet<string> = new Set(
  `AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD
   CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF
   GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN
   KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA
   NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI
   SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI
   VN VU WF WS YE YT ZA ZM ZW`.split(/\s+/),
);

/** The state and country of an address (N4) and of an accident (CLM11). */
export function checkPlaces(segment: Segment, position: number, collector: Collector): void {
  if (segment.id === 'N4') {
    check(segment, position, collector, {
      element: 2,
      state: element(segment, 2),
      country: element(segment, 4),
    });
    check(segment, position, collector, { element: 4, country: element(segment, 4) });
  } else if (segment.id === 'CLM') {
    const country = component(segment, 11, 5);
    check(segment, position, collector, {
      element: 11,
      component: 4,
      state: component(segment, 11, 4),
      country,
    });
    check(segment, position, collector, { element: 11, component: 5, country });
  }
}

interface Place {
  readonly element: number;
  readonly component?: number;
  /** Left out, the country is judged. */
  readonly state?: string;
  readonly country: string;
}

function check(segment: Segment, position: number, collector: Collector, place: Place): void {
  const { state, country, ...at } = place;
  const what = state === undefined ? 'country' : 'state';
  const value = state ?? country;
  // other countries have subdivisions of their own
  const judged = state === undefined || /^(US|CA)?$/.test(country);
  if (value === '' || !judged || (state === undefined ? COUNTRIES : STATES).has(value)) return;
  collector.add(segment, position, {
    ...at,
    code: `codes.${what}`,
    level: 'codes',
    message: `${value} is no ${what}.`,
    value,
    expected:
      what === 'state' ? 'a state of the United States or province of Canada' : 'a country of ISO 3166',
    ack: { ik3: '8', ik4: 'I6' },
  });
}
