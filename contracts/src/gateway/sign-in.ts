import { AppError } from '@spark-den/kernel';

/** Credentials that a person would type. */
export interface Credentials {
  readonly email: string;
  readonly password: string;
  /** Asked for when the account has a second factor. */
  readonly code?: () => string | Promise<string>;
}

/** A signed-in browser without a screen: simulators, tools and tests use the same door as people. */
export interface SignedIn {
  /** Gets an access token, renewed shortly before it expires. */
  accessToken(): Promise<string>;
  signOut(): Promise<void>;
  /** What the browser holds and sends along. */
  readonly browser: CookieBrowser;
}

/** Signs in at a portal (`http://localhost:5174`) by its own pages. */
export async function signIn(
  portalUrl: string,
  credentials: Credentials,
  fetchFn: typeof fetch = globalThis.fetch.bind(globalThis),
): Promise<SignedIn> {
  const browser = new CookieBrowser(fetchFn);
  let page = await browser.follow(`${portalUrl}/session/login?return=/`);
  for (let step = 0; step < 4 && page.form; step += 1) {
    const fields = await fieldsOf(page.form.step, credentials);
    page = await browser.submit(page.form, fields);
  }
  if (page.form || !page.url.startsWith(portalUrl))
    throw new AppError('unauthenticated', 'platform.sign_in_required');
  return new PortalSession(portalUrl, browser);
}

async function fieldsOf(step: string, credentials: Credentials): Promise<Record<string, string>> {
  if (step === 'password') return { email: credentials.email, password: credentials.password };
  if (step === 'code' && credentials.code) return { code: await credentials.code() };
  throw new AppError('unauthenticated', 'platform.sign_in_required', { step });
}

class PortalSession implements SignedIn {
  readonly browser: CookieBrowser;
  readonly #portalUrl: string;
  #token: { readonly value: string; readonly renewAt: number } | undefined;
  #renewing: Promise<string> | undefined;

  constructor(portalUrl: string, browser: CookieBrowser) {
    this.#portalUrl = portalUrl;
    this.browser = browser;
  }

  accessToken(): Promise<string> {
    if (this.#token && performance.now() < this.#token.renewAt) return Promise.resolve(this.#token.value);
    return (this.#renewing ??= this.#renew().finally(() => {
      this.#renewing = undefined;
    }));
  }

  async signOut(): Promise<void> {
    await this.browser.request(`${this.#portalUrl}/session/logout`, {
      method: 'POST',
      headers: this.#sameOrigin(),
    });
    this.#token = undefined;
  }

  async #renew(): Promise<string> {
    const response = await this.browser.request(`${this.#portalUrl}/session/refresh`, {
      method: 'POST',
      headers: this.#sameOrigin(),
    });
    if (response.status !== 200) throw new AppError('unauthenticated', 'platform.sign_in_required');
    const { accessToken, expiresIn } = (await response.json()) as { accessToken: string; expiresIn: number };
    this.#token = { value: accessToken, renewAt: performance.now() + (expiresIn - 30) * 1000 };
    return accessToken;
  }

  #sameOrigin(): Record<string, string> {
    return { origin: this.#portalUrl, 'sec-fetch-site': 'same-origin' };
  }
}

interface Form {
  readonly action: string;
  readonly step: string;
}

export interface VisitedPage {
  readonly url: string;
  readonly status: number;
  readonly text: string;
  /** The sign-in form on the page, if it has one. */
  readonly form: Form | undefined;
}

/** Keeps cookies per host and follows redirects, as a browser does. */
export class CookieBrowser {
  readonly #fetch: typeof fetch;
  readonly #cookies = new Map<string, Map<string, string>>();

  constructor(fetchFn: typeof fetch) {
    this.#fetch = fetchFn;
  }

  async request(url: string, init: RequestInit = {}): Promise<Response> {
    const { hostname } = new URL(url);
    const jar = this.#cookies.get(hostname) ?? new Map<string, string>();
    this.#cookies.set(hostname, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = {
      ...(init.headers as Record<string, string> | undefined),
      ...(cookie ? { cookie } : {}),
    };
    const response = await this.#fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';');
      const separator = pair.indexOf('=');
      const name = pair.slice(0, separator);
      if (attributes.some(isExpired)) jar.delete(name);
      else jar.set(name, pair.slice(separator + 1));
    }
    return response;
  }

  /** The cookies that this browser holds for a host, by name. */
  cookiesOf(hostname: string): ReadonlyMap<string, string> {
    return this.#cookies.get(hostname) ?? new Map();
  }

  async follow(start: string, init: RequestInit = {}): Promise<VisitedPage> {
    let url = start;
    let response = await this.request(url, init);
    for (let hop = 0; hop < 12 && response.status >= 300 && response.status < 400; hop += 1) {
      url = new URL(response.headers.get('location') ?? '', url).href;
      response = await this.request(url);
    }
    const text = await response.text();
    return { url, status: response.status, text, form: findForm(url, text) };
  }

  submit(form: Form, fields: Readonly<Record<string, string>>): Promise<VisitedPage> {
    return this.follow(form.action, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: new URL(form.action).origin },
      body: new URLSearchParams({ step: form.step, ...fields }).toString(),
    });
  }
}

function findForm(url: string, html: string): Form | undefined {
  const action = /<form method="post" action="([^"]+)"/.exec(html)?.[1];
  const step = /name="step" value="([^"]+)"/.exec(html)?.[1];
  return action && step ? { action: new URL(action, url).href, step } : undefined;
}

/** Servers take a cookie back by an age of nothing or a date at the epoch. */
function isExpired(attribute: string): boolean {
  const [name = '', value = ''] = attribute.trim().split('=');
  if (name.toLowerCase() === 'max-age') return Number(value) <= 0;
  return name.toLowerCase() === 'expires' && Date.parse(value) <= 86_400_000;
}
