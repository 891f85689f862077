// Tells the person what a paste left out.
import { tell } from "../state/toasts.svelte";
import { t } from "../words";
import type { LeftOut } from "./paste";

/** Shows a message with the number of parts that were left out. Shows none where nothing was left out. */
export function tellLeftOut({ struckWords, pictures, comments }: LeftOut): void {
  const parts = [
    struckWords ? t("pasted-without-struck", { count: struckWords }) : "",
    comments ? t("pasted-without-comments", { count: comments }) : "",
    pictures ? t("pasted-without-pictures", { count: pictures }) : "",
  ];
  const text = parts.filter(Boolean).join(" ");
  if (text) tell(text, { long: true });
}
