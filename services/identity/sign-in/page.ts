import type { Portal } from '@spark-den/contracts/identity/types';
import type { Problem, StepName } from './sign-in.ts';
import { STYLE } from './style.ts';

export interface PageFacts {
  readonly nonce: string;
  readonly action: string;
  readonly portal: Portal;
  readonly step: StepName;
  readonly problem?: Problem;
  readonly email?: string;
  readonly secondFactor: 'required' | 'optional' | 'mixed';
  readonly enrolment?: { readonly secret: string; readonly uri: string };
}

const PORTAL_NAMES: Readonly<Record<Portal, string>> = { pms: 'Practice', clinical: 'Clinical' };

const PROBLEMS: Readonly<Record<Problem, string>> = {
  no_match:
    'This e-mail address and password do not match an open account. After several wrong attempts an account stays closed for some minutes.',
  code_wrong: 'This code is not right, or was used already. Wait for the next one.',
  too_many: 'Too many attempts. Wait a minute, then try again.',
  password_weak: 'This password is too short, too common or too close to your name. Choose another one.',
  passwords_differ: 'The two passwords differ.',
  expired: 'This sign-in took too long. Start again.',
};

const TITLES: Readonly<Record<StepName, string>> = {
  password: 'Sign in',
  code: 'Enter your code',
  'new-password': 'Choose a new password',
  enrol: 'Set up your second factor',
};

/** The sign-in page of both portals: plain HTML, no script. */
export function signInPage(facts: PageFacts): string {
  const problem = facts.problem
    ? `<p class="problem" role="alert" id="problem"><span aria-hidden="true">▲</span> ${escape(PROBLEMS[facts.problem])}</p>`
    : '';
  return document_(
    facts.nonce,
    TITLES[facts.step],
    `<p class="brand"><span class="mark" aria-hidden="true">S</span>Spark Den <span class="portal">${PORTAL_NAMES[facts.portal]}</span></p>
<h1>${TITLES[facts.step]}</h1>
${problem}
<form method="post" action="${escape(facts.action)}">
<input type="hidden" name="step" value="${facts.step}">
${FIELDS[facts.step](facts)}
</form>`,
  );
}

export function messagePage(
  nonce: string,
  title: string,
  text: string,
  link: { href: string; label: string },
): string {
  return document_(
    nonce,
    title,
    `<p class="brand"><span class="mark" aria-hidden="true">S</span>Spark Den</p>
<h1>${escape(title)}</h1>
<p class="text">${escape(text)}</p>
<p><a class="button" href="${escape(link.href)}">${escape(link.label)}</a></p>`,
  );
}

const FIELDS: Readonly<Record<StepName, (facts: PageFacts) => string>> = {
  password: ({ email, problem, secondFactor }) =>
    `${field('email', 'E-mail', `type="email" autocomplete="username" maxlength="254" value="${escape(email ?? '')}"`, !email, problem)}
${field('password', 'Password', 'type="password" autocomplete="current-password" maxlength="128"', Boolean(email), problem)}
<button type="submit">Sign in</button>
${policyNote(secondFactor)}`,
  code: ({ problem }) =>
    `<p class="text">Open your authenticator app and enter the six digits for Spark Den.</p>
${codeField(problem)}
<button type="submit">Continue</button>`,
  'new-password': ({ problem }) =>
    `<p class="text">Your one-time password has done its work. At least 8 characters; a few words are better than signs.</p>
${field('password', 'New password', 'type="password" autocomplete="new-password" minlength="8" maxlength="128"', true, problem)}
${field('repeated', 'The same again', 'type="password" autocomplete="new-password" minlength="8" maxlength="128"', false, problem)}
<button type="submit">Save and continue</button>`,
  enrol: ({ enrolment, problem }) =>
    `<p class="text">Add this key to an authenticator app, then enter the code that it shows. You need it at every sign-in.</p>
<p class="secret"><code>${escape((enrolment?.secret ?? '').replace(/(.{4})(?=.)/g, '$1 '))}</code></p>
<p class="text"><a href="${escape(enrolment?.uri ?? '')}">Open in an authenticator app on this device</a></p>
${codeField(problem)}
<button type="submit">Confirm</button>`,
};

function codeField(problem: Problem | undefined): string {
  return field(
    'code',
    'Code',
    'inputmode="numeric" autocomplete="one-time-code" pattern="[0-9]{6}" maxlength="6" class="code"',
    true,
    problem,
  );
}

function field(
  name: string,
  label: string,
  attributes: string,
  focus: boolean,
  problem: Problem | undefined,
): string {
  const described = problem ? ' aria-invalid="true" aria-describedby="problem"' : '';
  return `<label for="${name}">${label}</label>
<input id="${name}" name="${name}" ${attributes} required${focus ? ' autofocus' : ''}${described}>`;
}

function policyNote(secondFactor: PageFacts['secondFactor']): string {
  if (secondFactor === 'mixed') return '';
  const text =
    secondFactor === 'optional'
      ? 'The policy here makes a second factor optional. You can set one up under your account.'
      : 'The policy here requires a second factor.';
  return `<p class="note">${text}</p>`;
}

function document_(nonce: string, title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${escape(title)} · Spark Den</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body><main>
${body}
</main></body>
</html>`;
}

export function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
