// A provider in one line.
import type { ProviderSummary } from "../bindings";
import { t } from "../words";

/** The size of a provider's pages: the number of statements, and of passages where there are some. */
export function providerSize(one: Pick<ProviderSummary, "passages" | "statements">): string {
  const passages = one.passages ? t("import-passages", { count: one.passages }) : "";
  // Imported pages have passages, and statements only where people made some.
  const statements = one.statements || !passages ? t("provider-size", { statements: one.statements }) : "";
  return [statements, passages].filter(Boolean).join(" · ");
}
