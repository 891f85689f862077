// What the person wrote and the program has not saved, as text that can be read and copied.
import type { Value } from "../bindings";
import type { OwnWords } from "./answers";
import { queue } from "./session.svelte";
import { toasts } from "./toasts.svelte";
import { unkeptTexts } from "./unkept";

/** All texts that are lost if the window closes, or another workspace is opened, now. */
export function unsavedTexts(): string[] {
  const typed = queue.allUnsaved().map((one) => (one.what === "title" ? one.title : textOf(one.own)));
  return [...typed, ...givenBack(), ...unkeptTexts()].filter((text) => text.trim() !== "");
}

const givenBack = (): string[] => toasts.map((toast) => toast.words ?? "");

/** Whether some of these texts were refused. If not, nobody has asked the program yet to keep them. */
export const isRefused = (): boolean => queue.dirty || givenBack().some((words) => words !== "");

/** The words of an answer or a note, without structure. */
export function textOf(own: OwnWords): string {
  return [wordsIn(own.value), own.doc ? textOfTree(own.doc()).trim() : ""].filter(Boolean).join("\n");
}

/** The words of an answer that a person typed, without what was only chosen. */
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

/** The nodes after which a line ends. */
const BLOCKS = new Set(["paragraph", "heading", "hard_break"]);

/** The words of a rich text, one line for each paragraph. */
export function textOfTree(tree: unknown): string {
  const { type, text, content } = (tree ?? {}) as TreeNode;
  const inside = (content ?? []).map(textOfTree).join("");
  return `${text ?? ""}${inside}${type && BLOCKS.has(type) ? "\n" : ""}`;
}
