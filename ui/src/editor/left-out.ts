// What a paste could not take over is told, with its count.
import { tell } from "../state/toasts.svelte";
import { t } from "../words";
import type { LeftOut } from "./paste";

/** Tells what the text can't hold; nothing where all came over. */
export function tellLeftOut({ struckWords, pictures, comments }: LeftOut): void {
  const parts = [
    struckWords ? t("pasted-without-struck", { count: struckWords }) : "",
    comments ? t("pasted-without-comments", { count: comments }) : "",
    pictures ? t("pasted-without-pictures", { count: pictures }) : "",
  ];
  const text = parts.filter(Boolean).join(" ");
  if (text) tell(text, { long: true });
}
