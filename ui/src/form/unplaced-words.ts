// Gives words back that were typed for a new row and could not be put into it.
import { session } from "../state/session.svelte";
import { giveBack } from "../state/toasts.svelte";
import { t } from "../words";

/** `made` tells whether the row is there. Where it was refused, `again` asks for it once more, with the words. */
export function giveUnplacedBack(words: string, made: boolean, again: (words: string) => void): void {
  if (!words) return;
  if (made) return giveBack(words, t("row-out-of-sight", { words }));
  const project = session.overview?.head.id;
  const run = (): void => {
    if (session.overview?.head.id === project) again(words);
    else giveBack(words, t("row-refused", { words }));
  };
  giveBack(words, t("row-refused", { words }), { label: t("try-again"), run });
}
