import { formatCents } from '@spark-den/kernel';
import type {
  Benefit,
  EligibilityAnswer,
  EligibilityInquiry,
  EligibilityResponse,
  EligibilitySubject,
  InsuredPerson,
  Rejection,
} from '../models/eligibility.ts';
import { called, type Speaker } from './code-words.ts';
import { BENEFITS, COVERAGE_LEVELS, FOLLOW_UPS, nameIn, PERIODS, REJECTIONS, UNITS } from './names.ts';
import { days, inBrackets, listed, many, nameOf, paragraph } from './text.ts';

const NETWORKS: Readonly<Record<string, string>> = { N: 'out of network', Y: 'in network' };

/** A 270: who is asked about whom. */
export function explainInquiry(value: EligibilityInquiry, speaker: Speaker): string {
  return [value, ...(value.furtherSources ?? [])]
    .map(({ payer, provider, subjects }) => {
      const asked = many(subjects.length, 'person', 'people');
      const head = `This 270 from ${nameOf(provider, 'a provider')} asks ${nameOf(payer, 'a payer')} how ${asked} ${subjects.length === 1 ? 'is' : 'are'} covered`;
      return paragraph(
        head,
        subjects.map(subject => subjectLine(subject, speaker)),
      );
    })
    .join('\n');
}

function subjectLine(subject: EligibilitySubject, speaker: Speaker): string {
  const { serviceTypes, furtherQuestions = [], asOf } = subject;
  const types = [...serviceTypes, ...furtherQuestions.flatMap(question => question.serviceTypes)];
  const what = types.length === 0 ? '' : `: ${listed(types.map(type => speaker.say('service-type', type)))}`;
  return `${personOf(subject)}${days(asOf)}${what}`;
}

/** A 271: who is covered, and what for; or why there is no answer. */
export function explainEligibility(value: EligibilityResponse, speaker: Speaker): string {
  return [value, ...(value.furtherSources ?? [])]
    .map(({ payer, provider, rejections, subjects }) => {
      const asked = many(subjects.length, 'person', 'people');
      const head = `This 271 from ${nameOf(payer, 'a payer')} answers ${nameOf(provider, 'a provider')}`;
      return paragraph(subjects.length === 0 ? head : `${head} about ${asked}`, [
        ...rejections.map(rejectionOf),
        ...subjects.flatMap(subject => answerLines(subject, speaker)),
      ]);
    })
    .join('\n');
}

function answerLines(answer: EligibilityAnswer, speaker: Speaker): readonly string[] {
  const { benefits, rejections } = answer;
  const refused = [...rejections, ...benefits.flatMap(benefit => benefit.rejections)].map(rejectionOf);
  const who = personOf(answer);
  const said = [...refused, ...benefits.map(benefit => benefitOf(benefit, speaker))];
  return said.length === 0 ? [`${who}: nothing is said`] : [`${who}:`, ...said.map(text => `  ${text}`)];
}

function benefitOf(benefit: Benefit, speaker: Speaker): string {
  const {
    information,
    serviceTypes,
    amount,
    fraction,
    period,
    inNetwork,
    messages,
    quantityQualifier: unit = '',
  } = benefit;
  const what = called(nameIn(BENEFITS, information), information);
  const types = serviceTypes.map(type => speaker.say('service-type', type));
  const network = inNetwork && nameIn(NETWORKS, inNetwork);
  const per = period === undefined ? undefined : `for ${nameIn(PERIODS, period) ?? period}`;
  const level =
    benefit.coverageLevel && (nameIn(COVERAGE_LEVELS, benefit.coverageLevel) ?? benefit.coverageLevel);
  const quantity =
    benefit.quantity && [benefit.quantity, nameIn(UNITS, unit) ?? unit].filter(Boolean).join(' ');
  return [
    what + (types.length > 0 ? ` for ${listed(types)}` : '') + inBrackets(benefit.planDescription),
    amount === undefined ? undefined : formatCents(amount),
    fraction === undefined || fraction === '' ? undefined : percentOf(fraction),
    quantity,
    per,
    level,
    network,
    benefit.authorizationRequired === 'Y' ? 'with authorization' : undefined,
    ...messages.map(text => `“${text}”`),
  ]
    .filter(text => text !== undefined && text !== '')
    .join(', ');
}

/** EB08 is a fraction: 0.2 is 20 %. */
function percentOf(fraction: string): string {
  const [, digits = ''] = /^0?\.(\d+)$/.exec(fraction) ?? [];
  if (digits === '') return fraction === '1' ? '100 %' : fraction;
  const padded = digits.padEnd(2, '0');
  const rest = padded.slice(2).replace(/0+$/, '');
  return `${Number(padded.slice(0, 2))}${rest === '' ? '' : `.${rest}`} %`;
}

/** AAA in words. */
export function rejectionOf({ reason, followUp }: Rejection): string {
  const why = called(nameIn(REJECTIONS, reason), `AAA ${reason}`);
  const next = nameIn(FOLLOW_UPS, followUp);
  return `not answered: ${why}${next === undefined ? '' : `; ${next}`}`;
}

function personOf({
  subscriber,
  dependant,
}: {
  subscriber: InsuredPerson;
  dependant?: InsuredPerson;
}): string {
  const { id } = subscriber.party;
  const member = id && `member ${id}`;
  if (!dependant) return `${nameOf(subscriber.party, 'somebody')}${inBrackets(member)}`;
  const holder = nameOf(subscriber.party, '');
  const whose = holder === '' ? (member ?? 'somebody') : `${holder}${inBrackets(member)}`;
  return `${nameOf(dependant.party, 'somebody')}, dependant of ${whose}`;
}
