// The judgements on a statement, as the register of control notes names them.
import { t } from "../words";

export const judgements = ["sufficient", "partly", "insufficient", "not-relevant"] as const;

/** What a judgement is called. One of a later version, which this window does not know, is shown by its name. */
export function judgementName(judgement: string): string {
  const known = judgements.find((one) => one === judgement);
  return known ? t(`judgement-${known}`) : judgement;
}
