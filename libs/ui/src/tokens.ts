/**
 * The design tokens: the one place where a colour has a value. The theme hands them to MUI, and
 * `tokenStyles` writes them as CSS variables for the style sheets. Contrast is checked by a test.
 */
export type Scheme = 'light' | 'dark';

/** What a status means. Each has a shape, a word and a colour, so that colour never stands alone. */
export const TONES = ['neutral', 'info', 'progress', 'success', 'warning', 'danger', 'critical'] as const;
export type Tone = (typeof TONES)[number];

export interface SchemeTokens {
  readonly bg: string;
  readonly surface: string;
  readonly sunken: string;
  readonly hover: string;
  readonly border: string;
  readonly control: string;
  readonly text: string;
  readonly text2: string;
  readonly text3: string;
  readonly primary: string;
  readonly primaryHover: string;
  readonly onPrimary: string;
  readonly link: string;
  readonly selected: string;
  readonly toast: string;
  readonly onToast: string;
  readonly shadow: string;
  readonly tones: Readonly<Record<Tone, { readonly fg: string; readonly bg: string }>>;
  /** Chart series in order; each stands at 3:1 or more on the surface. */
  readonly chart: readonly string[];
}

export const tokens: Readonly<Record<Scheme, SchemeTokens>> = {
  light: {
    bg: '#F7F8FA',
    surface: '#FFFFFF',
    sunken: '#EEF1F5',
    hover: '#F2F4FA',
    border: '#DDE2E9',
    control: '#838D9A',
    text: '#10182B',
    text2: '#4A5567',
    text3: '#667085',
    primary: '#3447C4',
    primaryHover: '#2B3DB3',
    onPrimary: '#FFFFFF',
    link: '#2B3DB3',
    selected: '#ECEEFB',
    toast: '#10182B',
    onToast: '#FFFFFF',
    shadow: '0 1px 2px #10182b0f, 0 8px 24px #10182b14',
    tones: {
      neutral: { fg: '#475467', bg: '#EEF1F5' },
      info: { fg: '#0B5A8F', bg: '#E3F1FB' },
      progress: { fg: '#4B3BB8', bg: '#ECEAFD' },
      success: { fg: '#046B50', bg: '#DDF5EC' },
      warning: { fg: '#7A4B00', bg: '#FEF2D6' },
      danger: { fg: '#A63A00', bg: '#FDE9DF' },
      critical: { fg: '#9B1239', bg: '#FCE4EA' },
    },
    chart: ['#1D4FA8', '#C97700', '#12937A', '#8E2F5F', '#4A9AD4', '#D0563B'],
  },
  dark: {
    bg: '#0D1117',
    surface: '#151B24',
    sunken: '#0A0E13',
    hover: '#1B232E',
    border: '#2A3340',
    control: '#6B7787',
    text: '#E8ECF2',
    text2: '#A9B4C2',
    text3: '#8792A2',
    primary: '#8E9BFF',
    primaryHover: '#A5B0FF',
    onPrimary: '#0D1117',
    link: '#A5B0FF',
    selected: '#1F2547',
    toast: '#E8ECF2',
    onToast: '#10182B',
    shadow: '0 1px 2px #00000066, 0 8px 24px #00000088',
    tones: {
      neutral: { fg: '#B6C0CC', bg: '#222A35' },
      info: { fg: '#7CC4F0', bg: '#0E2A3D' },
      progress: { fg: '#B5ABFF', bg: '#221E45' },
      success: { fg: '#5FD3AF', bg: '#0B2E25' },
      warning: { fg: '#F2C14E', bg: '#352608' },
      danger: { fg: '#FF9A66', bg: '#3A1A0B' },
      critical: { fg: '#FF8FB0', bg: '#3D0F20' },
    },
    chart: ['#6F9BF0', '#F0B24D', '#3CC7A6', '#D977B2', '#B9E0F8', '#F0795B'],
  },
};

/** The tokens of a scheme as CSS variables: `--surface`, `--text2`, `--danger-fg`, `--chart-1`. */
export function tokenVariables(scheme: Scheme): Record<string, string> {
  const { tones, chart, ...plain } = tokens[scheme];
  const variables: Record<string, string> = { colorScheme: scheme };
  for (const [name, value] of Object.entries(plain)) {
    variables[`--${name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`] = value;
  }
  for (const tone of TONES) {
    variables[`--${tone}-fg`] = tones[tone].fg;
    variables[`--${tone}-bg`] = tones[tone].bg;
  }
  chart.forEach((colour, index) => {
    variables[`--chart-${index + 1}`] = colour;
  });
  return variables;
}
