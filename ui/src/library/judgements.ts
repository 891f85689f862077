// The judgements on a statement, as the register of control notes names them.
import { t } from "../words";

export const judgements = ["sufficient", "partly", "insufficient", "not-relevant"] as const;

/** The name of a judgement. A later version may have judgements that this one does not know: their id is shown. */
export function judgementName(judgement: string): string {
  const known = judgements.find((one) => one === judgement);
  return known ? t(`judgement-${known}`) : judgement;
}
