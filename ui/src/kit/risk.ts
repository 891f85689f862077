/** The colour of a level: as far from the lowest to the highest as the level is, however many levels there are. */
export function riskColour(level: number, of: number): string {
  const at = of > 1 ? 1 + (4 * (Math.min(Math.max(level, 1), of) - 1)) / (of - 1) : 1;
  const below = Math.floor(at);
  const part = Math.round((at - below) * 100);
  return part === 0
    ? `var(--risk-${below})`
    : `color-mix(in oklab, var(--risk-${below}), var(--risk-${below + 1}) ${part}%)`;
}
