// Applies a change to the register of risks.
import type { RiskChange, RisksAnswer, RiskView } from "../bindings";

/**
 * The register at `revision`, made by applying a change to the register at `since`; null where the change does not
 * apply.
 */
export function patchedRisks(
  risks: RisksAnswer,
  change: RiskChange,
  since: number,
  revision: number,
): RisksAnswer | null {
  if (risks.revision !== since) return null;
  const { register } = risks;
  const was = new Map(register.risks.map((risk) => [risk.risk.row, risk]));
  const told = new Map(change.risks.map((risk) => [risk.risk.row, risk]));
  const order = change.order ?? register.risks.map((risk) => risk.risk.row);
  const now: RiskView[] = [];
  for (const row of order) {
    const risk = told.get(row) ?? was.get(row);
    if (!risk) return null;
    now.push(risk);
  }
  const same = !change.order && change.risks.length === 0;
  return {
    revision,
    register: { risks: same ? register.risks : now, frame: change.frame ?? register.frame },
  };
}
