// The new project while the person fills it in. It is kept while the person goes to the import of pages and back.
import { holdsUnkept } from "./unkept";

class Draft {
  title = $state("");
  controllers = $state([""]);
  providers = $state<string[]>([]);
  /** Ids of the forms; null until the person or the program has chosen. */
  forms = $state<string[] | null>(null);
  language = $state("en");
  /** The project whose facts the new one copies. */
  like = $state<string | null>(null);

  /** Whether the person has filled in anything. */
  get begun(): boolean {
    return [this.title, ...this.controllers].some((words) => words.trim() !== "") || this.providers.length > 0;
  }

  /** Empties it: the project is made, or the person gave it up. */
  clear(): void {
    Object.assign(this, { title: "", controllers: [""], providers: [], forms: null, language: "en", like: null });
  }
}

export const draft = new Draft();
holdsUnkept(() => [draft.title, ...draft.controllers]);
