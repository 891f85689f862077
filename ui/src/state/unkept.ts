// What the person wrote into fields that belong to no answer of the project: in a dialog, in a reason before it is
// sent, in a project that is not made yet. It is lost when the window closes or another workspace is opened.

/** Gives the texts that a place holds now. */
type Texts = () => readonly string[];
const holders = new Set<Texts>();

/** Names a place that may hold such texts, until the returned function is called. */
export function holdsUnkept(texts: Texts): () => void {
  holders.add(texts);
  return () => void holders.delete(texts);
}

/** All such texts now. */
export const unkeptTexts = (): string[] => [...holders].flatMap((texts) => texts());

/** Fields that a person types in. Some of them take their words only when the person leaves them. */
const TYPED = "textarea, input:not([type=checkbox], [type=radio], [type=file], [type=range])";

/** Lets the field with the focus take its words, as if the person left it. */
export function takeActiveField(): void {
  const field = document.activeElement;
  if (field?.matches(TYPED)) field.dispatchEvent(new Event("change", { bubbles: true }));
}
