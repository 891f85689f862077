// What a person typed into the fields of a dialog since it was opened.

/** Fields for words. The words of a search are not among them: they are typed again in a moment. */
const WORDS = "textarea, input:not([type=checkbox], [type=radio], [type=search], [role=combobox], [role=searchbox])";
type Field = HTMLTextAreaElement | HTMLInputElement;

export class TypedWords {
  /** What stood in each field at first. */
  #first = new WeakMap<Field, string>();

  /** Keeps what stands in the fields now, of each field the first time: before the person types in it. */
  note(root: Element): void {
    for (const field of root.querySelectorAll<Field>(WORDS))
      if (!this.#first.has(field)) this.#first.set(field, field.value);
  }

  /** Whether a field holds other words than at first. */
  areIn(root: Element): boolean {
    return this.textsIn(root).length > 0;
  }

  /** The words of each field that holds others than at first. An emptied field holds none that could be lost. */
  textsIn(root: Element): string[] {
    return [...root.querySelectorAll<Field>(WORDS)].flatMap((field) => {
      const [first, now] = [this.#first.get(field), field.value.trim()];
      return first !== undefined && now !== "" && now !== first.trim() ? [now] : [];
    });
  }
}
