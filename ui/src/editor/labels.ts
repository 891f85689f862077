// A citation in a text shows its number among the project's sources.
import { numberOf } from "../state/session.svelte";
import { setCitationLabel } from "./schema";

setCitationLabel((id) => String(numberOf(id) ?? "…"));
