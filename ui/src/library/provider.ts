// What is told about a provider in few words.
import type { ProviderSummary } from "../bindings";
import { t } from "../words";

/** The size of a provider's pages: the number of statements, and of passages where there are some. */
export function providerSize(one: Pick<ProviderSummary, "passages" | "statements">): string {
  const passages = one.passages ? t("import-passages", { count: one.passages }) : "";
  // Imported pages have passages, and statements only where people made some.
  const statements = one.statements || !passages ? t("provider-size", { statements: one.statements }) : "";
  return [statements, passages].filter(Boolean).join(" · ");
}

/**
 * Whether nobody has made a statement from the imported pages of a provider: then nobody knows what they state on a
 * topic.
 */
export const isUnread = (one: Pick<ProviderSummary, "origin" | "statements">): boolean =>
  one.origin === "imported" && one.statements === 0;
