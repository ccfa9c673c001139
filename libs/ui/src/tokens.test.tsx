import { tokens, TONES, type Scheme } from './tokens.ts';

function luminance(hex: string): number {
  const channel = (at: number) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

describe.each<Scheme>(['light', 'dark'])('XNAV-05 colours of the %s scheme', scheme => {
  const t = tokens[scheme];

  it('text stands out from every ground that it is written on', () => {
    for (const ground of [t.bg, t.surface, t.hover, t.selected]) {
      expect(contrast(t.text, ground)).toBeGreaterThanOrEqual(7);
      expect(contrast(t.text2, ground)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(t.link, ground)).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(t.text3, t.surface)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(t.onPrimary, t.primary)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(t.onToast, t.toast)).toBeGreaterThanOrEqual(4.5);
  });

  it('every status chip reads at 5.5:1 or more', () => {
    for (const tone of TONES)
      expect(contrast(t.tones[tone].fg, t.tones[tone].bg)).toBeGreaterThanOrEqual(5.5);
  });

  it('controls, focus and chart series stand at 3:1 or more', () => {
    expect(contrast(t.control, t.surface)).toBeGreaterThanOrEqual(3);
    expect(contrast(t.primary, t.surface)).toBeGreaterThanOrEqual(3);
    for (const colour of t.chart) expect(contrast(colour, t.surface)).toBeGreaterThanOrEqual(3);
  });
});
