// The new project while it is being written, so that it is not lost on the way to its providers' pages and back.
class Draft {
  title = $state("");
  controllers = $state([""]);
  providers = $state<string[]>([]);
  /** Ids of the forms; null until the person or the program has chosen. */
  forms = $state<string[] | null>(null);
  language = $state("en");
  /** The project whose facts it begins with. */
  like = $state<string | null>(null);

  /** Whether anything stands in it that the person would miss. */
  get begun(): boolean {
    return [this.title, ...this.controllers].some((words) => words.trim() !== "") || this.providers.length > 0;
  }

  /** Forgets it: the project is made, or the person has given it up. */
  clear(): void {
    Object.assign(this, { title: "", controllers: [""], providers: [], forms: null, language: "en", like: null });
  }
}

export const draft = new Draft();
