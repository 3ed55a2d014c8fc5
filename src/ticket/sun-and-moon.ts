/**
 * Where the sun stands and when the moon is new, from Jean Meeus, "Astronomical Algorithms" (second edition, 1998),
 * chapters 25 and 49. Good to about two minutes of time from 1970 to 2100.
 */

const dayMs = 24 * 60 * 60_000;
const unixEpochJulianDay = 2440587.5;
/** How far the even time of astronomers runs ahead of the clock; 42 s in 1970, near 70 s today. */
const clockLagMs = 70_000;

/** Days and sines: the argument is a sum of so many times the angles of sun, moon, and moon's height. */
const newMoonTerms: [days: number, sun: number, moon: number, height: number][] = [
  [-0.4072, 0, 1, 0],
  [0.17241, 1, 0, 0],
  [0.01608, 0, 2, 0],
  [0.01039, 0, 0, 2],
  [0.00739, -1, 1, 0],
  [-0.00514, 1, 1, 0],
  [0.00208, 2, 0, 0],
  [-0.00111, 0, 1, -2],
  [-0.00057, 0, 1, 2],
  [0.00056, 1, 2, 0],
  [-0.00042, 0, 3, 0],
  [0.00042, 1, 0, 2],
  [0.00038, 1, 0, -2],
  [-0.00024, -1, 2, 0],
];

/** @param count new moons since that of 6 January 2000. @returns epoch milliseconds */
export function newMoonAt(count: number): number {
  const t = count / 1236.85;
  const sun = 2.5534 + 29.1053567 * count - 0.0000014 * t ** 2;
  const moon = 201.5643 + 385.81693528 * count + 0.0107582 * t ** 2 + 0.00001238 * t ** 3;
  const height = 160.7108 + 390.67050284 * count - 0.0016118 * t ** 2;
  /** The earth's path grows rounder: terms with the sun's angle shrink. */
  const roundness = 1 - 0.002516 * t - 0.0000074 * t ** 2;
  const mean = 2451550.09766 + 29.530588861 * count + 0.00015437 * t ** 2;
  const corrections = newMoonTerms.map(
    ([days, suns, moons, heights]) =>
      days * roundness ** Math.abs(suns) * sine(suns * sun + moons * moon + heights * height),
  );
  const node = -0.00017 * sine(124.7746 - 1.56375588 * count);
  const julianDay = corrections.reduce((sum, one) => sum + one, mean + node);
  return (julianDay - unixEpochJulianDay) * dayMs - clockLagMs;
}

/** The sun's apparent longitude in degrees from 0 up to 360. @param at epoch milliseconds */
export function sunLongitudeAt(at: number): number {
  const t = ((at + clockLagMs) / dayMs + unixEpochJulianDay - 2451545) / 36525;
  const mean = 280.46646 + 36000.76983 * t + 0.0003032 * t ** 2;
  const anomaly = 357.52911 + 35999.05029 * t - 0.0001537 * t ** 2;
  const centre =
    (1.914602 - 0.004817 * t) * sine(anomaly) +
    (0.019993 - 0.000101 * t) * sine(2 * anomaly) +
    0.000289 * sine(3 * anomaly);
  const apparent = mean + centre - 0.00569 - 0.00478 * sine(125.04 - 1934.136 * t);
  return ((apparent % 360) + 360) % 360;
}

function sine(degrees: number): number {
  return Math.sin((degrees * Math.PI) / 180);
}
