// Since which version a report tells what changed.

/** What a person chose. */
export interface SinceChoice {
  /** The number of the version; none where no changes are told. */
  version: number | null;
  /** Whether the changes are marked in the report itself, too. */
  redline: boolean;
}

export const noChanges = (): SinceChoice => ({ version: null, redline: false });

/** The arguments of the commands that follow from a choice. */
export function sinceArguments(choice: SinceChoice): { since?: number; redline?: boolean } {
  if (choice.version === null) return {};
  return { since: choice.version, ...(choice.redline && { redline: true }) };
}
