// Tells the person about words that are lost when an answer is taken back.
import type { Value } from "../bindings";
import { textOfTree, wordsIn } from "../state/unsaved";
import { giveBack, tell } from "../state/toasts.svelte";
import { t } from "../words";
import type { FieldAnswer } from "./answer.svelte";

/**
 * Takes an answer back, wholly or in part. A toast tells words that stood in the answer and do not stand in `next`, and
 * lets the person bring the answer back. Where the answer is another one by then, that one stays. Without `soon`, the
 * answer is written after a pause.
 */
export function takeAnswerBack(answer: FieldAnswer, next: Value | null, soon = true): void {
  const { value, doc } = answer;
  const left = wordsIn(next).split("\n");
  const words = wordsIn(value)
    .split("\n")
    .filter((phrase) => phrase && !left.includes(phrase));
  if (next === null && doc) words.push(textOfTree(doc).trim());
  answer.set(next, { soon });
  const removed = words.filter(Boolean).join(" ");
  if (!removed) return;
  const { turn } = answer;
  const run = (): void => {
    if (answer.turn === turn) answer.set(value, { soon: true, ...(doc ? { doc } : {}) });
    else giveBack(removed, t("removed-went-on", { words: removed }));
  };
  tell(t("removed-with-answer", { words: removed }), {
    action: { label: t("take-back"), run },
    about: "removed-words",
  });
}
