// Since which version a report lists changes.

/** What the person chose. */
export interface SinceChoice {
  /** The number of the version; null where the report lists no changes. */
  version: number | null;
  /** Whether the report itself marks the changes, too. */
  redline: boolean;
}

export const noChanges = (): SinceChoice => ({ version: null, redline: false });

/** The arguments of a command that stand for a choice. */
export function sinceArguments(choice: SinceChoice): { since?: number; redline?: boolean } {
  if (choice.version === null) return {};
  return { since: choice.version, ...(choice.redline && { redline: true }) };
}
