// How risks are drawn: the colour of a level, and the way of a risk from one cell of a matrix to another.

/** The place of a level among the five colours: 1 for the lowest of `of` levels, 5 for the highest. */
const place = (level: number, of: number): number =>
  of > 1 ? 1 + (4 * (Math.min(Math.max(level, 1), of) - 1)) / (of - 1) : 1;

/** The colour of a level. It depends on the position of the level between the lowest and the highest of `of` levels. */
export function riskColour(level: number, of: number): string {
  const at = place(level, of);
  const below = Math.floor(at);
  const part = Math.round((at - below) * 100);
  return part === 0
    ? `var(--risk-${below})`
    : `color-mix(in oklab, var(--risk-${below}), var(--risk-${below + 1}) ${part}%)`;
}

/** From this place on, the ink of the higher levels is read better. In the middle, both inks can be read. */
const HIGHER = 3.5;

/** The colour of words on the colour of a level. */
export const riskInk = (level: number, of: number): string =>
  `var(--risk-ink-${place(level, of) < HIGHER ? "low" : "high"})`;

/** A cell of a matrix. Both scores are counted from 1. */
export interface Scored {
  likelihood: number;
  severity: number;
}

/** By the change of severity, then of likelihood: down, none, up. */
const ARROWS = [
  ["↙", "↓", "↘"],
  ["←", "", "→"],
  ["↖", "↑", "↗"],
] as const;
/** After an arrow, this character keeps a computer from drawing a picture in place of it. */
const AS_TEXT = "\ufe0e";

/** The arrow that points from one cell to another, with severity upwards; empty for the same cell. */
export function arrowBetween(from: Scored, to: Scored): string {
  const step = (by: "likelihood" | "severity"): number => Math.sign(to[by] - from[by]) + 1;
  const arrow = ARROWS[step("severity")]?.[step("likelihood")];
  return arrow ? arrow + AS_TEXT : "";
}
