// The address of a statement in the library.
import type { ComparedState, ComparedStatement, Library } from "../bindings";
import { address } from "../state/route.svelte";

/** The address of a statement on its page; undefined where the library does not show this revision of the provider. */
export function placeIn(
  library: Library,
  of: Pick<ComparedState, "provider" | "revision">,
  one: ComparedStatement,
  project: string | undefined,
): string | undefined {
  const shown = library.providers.some((known) => known.id === of.provider && known.revision === of.revision);
  const page = one.sources[0]?.page;
  if (!shown || !page) return undefined;
  const scope = project ? { project } : {};
  return address({ screen: "library", ...scope, provider: of.provider, page, at: one.statement });
}
