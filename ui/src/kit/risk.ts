/** The colour of a level. It depends on the position of the level between the lowest and the highest of `of` levels. */
export function riskColour(level: number, of: number): string {
  const at = of > 1 ? 1 + (4 * (Math.min(Math.max(level, 1), of) - 1)) / (of - 1) : 1;
  const below = Math.floor(at);
  const part = Math.round((at - below) * 100);
  return part === 0
    ? `var(--risk-${below})`
    : `color-mix(in oklab, var(--risk-${below}), var(--risk-${below + 1}) ${part}%)`;
}
