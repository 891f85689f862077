// What is told of a provider in one line.
import type { ProviderSummary } from "../bindings";
import { t } from "../words";

/** How much a provider's pages hold: statements, and passages where there are some. */
export function providerSize(one: Pick<ProviderSummary, "passages" | "statements">): string {
  const passages = one.passages ? t("import-passages", { count: one.passages }) : "";
  // Imported pages have passages, and statements only where people made some.
  const statements = one.statements || !passages ? t("provider-size", { statements: one.statements }) : "";
  return [statements, passages].filter(Boolean).join(" · ");
}
