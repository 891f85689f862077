// The colours of risk levels, read from tokens.css: how light they are, and whether the words on them can be read.
import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { riskColour, riskInk } from "../src/kit/risk";

type Light = [red: number, green: number, blue: number];
const css = readFileSync("src/styles/tokens.css", "utf8");
const dark = css.indexOf(':root[data-theme="dark"]');
const themes = { light: css.slice(0, dark), dark: css.slice(dark) };

/** The light of a colour token: red, green and blue from 0 to 1, as sRGB mixes them. */
function lightOf(theme: string, token: string): Light {
  const hex = new RegExp(`--${token}: #([0-9a-f]{6});`).exec(theme)?.[1];
  if (!hex) throw new Error(`there is no --${token}`);
  const of = (at: number): number => {
    const share = parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return [of(0), of(2), of(4)];
}
/** The relative luminance of WCAG. */
const luminance = ([r, g, b]: Light): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;
/** Lightness as people see it, L* from 0 to 100. */
const lightness = (light: Light): number => 116 * Math.cbrt(luminance(light)) - 16;
function contrast(a: Light, b: Light): number {
  const [low, high] = [luminance(a), luminance(b)].sort((one, other) => one - other) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** Mixes two colours as `color-mix(in oklab, …)` does. */
function mixed(a: Light, b: Light, part: number): Light {
  const oklab = ([r, g, b]: Light): Light => {
    const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return [
      0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
      1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
    ];
  };
  const [from, to] = [oklab(a), oklab(b)];
  const [L, A, B] = from.map((one, i) => one + ((to[i] ?? 0) - one) * part) as Light;
  const l = (L + 0.3963377774 * A + 0.2158037573 * B) ** 3;
  const m = (L - 0.1055613458 * A - 0.0638541728 * B) ** 3;
  const s = (L - 0.0894841775 * A - 1.291485548 * B) ** 3;
  const rgb = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return rgb.map((one) => Math.min(Math.max(one, 0), 1)) as Light;
}

/** The colour of a level, as the window works it out. */
function coloured(theme: string, level: number, of: number): Light {
  const colour = riskColour(level, of);
  const [first, second] = [...colour.matchAll(/var\(--(risk-\d)\)/g)].map(([, token]) => lightOf(theme, token ?? ""));
  const part = Number(/(\d+)%/.exec(colour)?.[1] ?? 0) / 100;
  if (!first) throw new Error(colour);
  return second ? mixed(first, second, part) : first;
}
const inkOf = (theme: string, level: number, of: number): Light =>
  lightOf(theme, /--([\w-]+)/.exec(riskInk(level, of))?.[1] ?? "");

const five = (theme: string): Light[] => [1, 2, 3, 4, 5].map((level) => lightOf(theme, `risk-${level}`));
/** How much lighter each colour is than the one before it. */
const steps = (theme: string): number[] =>
  five(theme)
    .map(lightness)
    .flatMap((now, i, all) => (i === 0 ? [] : [now - (all[i - 1] ?? 0)]));

describe("the colours of risk levels", () => {
  it("grow lighter in even steps in the dark appearance, for those who see few hues", () => {
    for (const step of steps(themes.dark)) expect(step).toBeGreaterThan(9);
    const lights = five(themes.dark).map(luminance);
    for (const [i, light] of lights.entries())
      if (i > 0) expect(light / (lights[i - 1] ?? 0), "in luminance, each is half as much again").toBeGreaterThan(1.5);
  });

  it("grow darker in the light appearance, for the same people and in grey print", () => {
    for (const step of steps(themes.light)) expect(step).toBeLessThanOrEqual(-6);
  });

  it("bear an ink that can be read, however many levels there are", () => {
    for (const [name, theme] of Object.entries(themes))
      for (let of = 1; of <= 10; of++)
        for (let level = 1; level <= of; level++) {
          const ratio = contrast(coloured(theme, level, of), inkOf(theme, level, of));
          expect(ratio, `${name}: level ${level} of ${of}`).toBeGreaterThanOrEqual(4.5);
        }
  });
});
