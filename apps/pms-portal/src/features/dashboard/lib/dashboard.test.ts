import { linkTo } from './activity.ts';
import { formatChange, formatFigure } from './figures.ts';

describe('figures in words', () => {
  it('writes each unit as people read it, and nothing as a dash', () => {
    expect(formatFigure(47, 'count')).toBe('47');
    expect(formatFigure(4_528_000, 'cents')).toBe('$45,280.00');
    expect(formatFigure(942, 'percent')).toBe('94.2 %');
    expect(formatFigure(null, 'percent')).toBe('—');
  });

  it('names the change with its sign and what it is against', () => {
    const figure = { value: 47, numerator: 47, denominator: null, baseline: 44, change: 3 };
    expect(formatChange(figure, 'count')).toBe('+3 against 44');
    expect(formatChange({ ...figure, value: 900, baseline: 942, change: -42 }, 'percent')).toBe(
      '\u22124.2 points against 94.2 %',
    );
    expect(formatChange({ ...figure, change: null }, 'count')).toBeNull();
  });
});

describe('links of the feed', () => {
  it('lead to the record, or to the patient where it has no page', () => {
    const claim = { entityType: 'claim', entityId: 'c1', patientId: 'p1' };
    expect(linkTo(claim)).toBe('/claims/c1');
    expect(linkTo({ entityType: 'receipt', entityId: 'r1', patientId: 'p1' })).toBe('/patients/p1');
  });
});
