// What the person wrote and the program does not have, as text that can be read and copied.
import type { Value } from "../bindings";
import type { OwnWords } from "./answers";
import { queue } from "./session.svelte";
import { toasts } from "./toasts.svelte";

/** All texts that are lost when the window closes or another workspace is opened now. */
export function unsavedTexts(): string[] {
  const typed = queue.allUnsaved().map((one) => (one.what === "title" ? one.title : textOf(one.own)));
  const givenBack = toasts.map((toast) => toast.words ?? "");
  return [...typed, ...givenBack].filter((text) => text.trim() !== "");
}

/** The words of an answer or a note, without its structure. */
export function textOf(own: OwnWords): string {
  return [wordsIn(own.value), own.doc ? textOfTree(own.doc()).trim() : ""].filter(Boolean).join("\n");
}

/** The words in an answer that a person typed; what was only chosen is not among them. */
export function wordsIn(value: Value | null): string {
  return [...phrases(value)].filter((phrase) => phrase.trim() !== "").join("\n");
}

function* phrases(value: Value | null): Generator<string> {
  switch (value?.kind) {
    case "line":
    case "date":
      yield value.value;
      break;
    case "choice":
      yield value.value.note ?? "";
      break;
    case "choices":
      for (const chosen of value.value) yield chosen.note ?? "";
      break;
    case "scale":
      for (const level of value.value) yield* [level.label, level.meaning, level.accepted_by];
      break;
    case "acceptance":
      yield* [value.value.name, value.value.role, value.value.date ?? ""];
  }
}

interface TreeNode {
  type?: string;
  text?: string;
  content?: TreeNode[];
}

/** Ends a line where one ends on the page. */
const BLOCKS = new Set(["paragraph", "heading", "hard_break"]);

/** The words of a rich text, a line for each paragraph. */
export function textOfTree(tree: unknown): string {
  const { type, text, content } = (tree ?? {}) as TreeNode;
  const inside = (content ?? []).map(textOfTree).join("");
  return `${text ?? ""}${inside}${type && BLOCKS.has(type) ? "\n" : ""}`;
}
