import type { CurvePoint } from './cost-curve.ts';

const width = 640;
const height = 320;
const margin = 48;

/** @param points cheapest first */
export function cheapestByRisk(points: readonly CurvePoint[]): CurvePoint[] {
  const isFirst = (point: CurvePoint, at: number) =>
    points.findIndex(({ maxRisk }) => maxRisk === point.maxRisk) === at;
  return points.filter(isFirst).sort((a, b) => a.maxRisk - b.maxRisk);
}

/** An SVG of the cheapest point per maximum risk: cost, share answered and share answered wrongly. */
export function costCurveSvg(points: readonly CurvePoint[]): string {
  const curve = cheapestByRisk(points);
  const most = { risk: Math.max(...curve.map(({ maxRisk }) => maxRisk)), y: 1.6 };
  const x = (risk: number) => margin + ((width - 2 * margin) * risk) / most.risk;
  const y = (value: number) => height - margin - ((height - 2 * margin) * Math.min(value, most.y)) / most.y;
  const line = (name: string, colour: string, value: (point: CurvePoint) => number) => {
    const path = curve.map((point) => `${x(point.maxRisk).toFixed(1)},${y(value(point)).toFixed(1)}`);
    const last = curve.at(-1);
    const label = last
      ? `<text x="${width - margin + 4}" y="${y(value(last)).toFixed(1)}" fill="${colour}">${name}</text>`
      : '';
    return `<polyline fill="none" stroke="${colour}" stroke-width="2" points="${path.join(' ')}"/>${label}`;
  };
  const marks = curve.map(
    ({ maxRisk }) =>
      `<text x="${x(maxRisk).toFixed(1)}" y="${height - margin + 16}" text-anchor="middle">${maxRisk}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11">`,
    `<rect width="${width}" height="${height}" fill="white"/>`,
    `<text x="${margin}" y="20">Mean cost of a message by the risk at which an answer is still given</text>`,
    line('cost', '#b00020', ({ cost }) => cost),
    line('answered', '#1a56db', ({ answered }) => answered),
    line('wrong', '#7a7a7a', ({ wrong }) => wrong),
    ...marks,
    '</svg>\n',
  ].join('\n');
}
