// The model of the open project: the views that the program sent, what the person typed since, and the queue that
// writes it. It does not use Svelte: `session.svelte.ts` shows it. The rule: an older revision never replaces a newer
// one, and the person's own unsaved words are never replaced.
import type { Changed } from "../bindings";
import { Answers, type OwnWords } from "./answers";
import { WriteQueue, type SaveState } from "./queue";
import { Views, type Questions } from "./views";

/** What the person typed, with its project: the person may have left the project when it is written. */
export type Typed =
  | { what: "answer"; project: string; row: string; field: string; own: OwnWords }
  | { what: "note"; project: string; statement: string; own: OwnWords }
  | { what: "title"; project: string; title: string };

/** The functions of the program that the model needs. */
export interface Program extends Questions {
  write: (typed: Typed) => Promise<Changed>;
}

/**
 * By kind of record, the newest revision in which a change other than typing touched such records. Lists of them are
 * read again.
 */
export interface TouchedAt {
  head: number;
  rows: number;
  citations: number;
  notes: number;
  any: number;
}

export interface ModelOptions {
  program: Program;
  /** Called when other views are to be shown. */
  onShown: (views: Views) => void;
  /** Called when a change touched records, with the revisions of the last such changes. */
  onTouched: (at: TouchedAt) => void;
  onSaveState: (state: SaveState) => void;
  /** Called with the reason why the open project could not be read again. */
  onRefused: (thrown: unknown) => void;
  /** The message of the error with which the program rejected. */
  messageOf: (thrown: unknown) => string;
  /** Whether the program rejected because a row does not exist. */
  isGone: (thrown: unknown) => boolean;
  /** Resolves when the page shows what was last given to `onShown`. */
  drawn: () => Promise<void>;
}

/** The name of an answer's place. */
export const placeOf = (project: string, row: string, field: string): string => `${project}/${row}/${field}`;
/** The name of the place of a note on a statement. */
export const notePlace = (project: string, statement: string): string => `note:${project}/${statement}`;
/** The name of the place of a project's title. */
export const titlePlace = (project: string): string => `title:${project}`;

const untouched = (): TouchedAt => ({ head: 0, rows: 0, citations: 0, notes: 0, any: 0 });

export class Model {
  readonly queue: WriteQueue<Typed>;
  readonly answers = new Answers();
  #views: Views | null = null;
  #touchedAt = untouched();
  readonly #o: ModelOptions;

  constructor(options: ModelOptions) {
    this.#o = options;
    this.queue = new WriteQueue<Typed>({
      write: (typed, place) => this.#write(typed, place),
      onState: options.onSaveState,
      messageOf: options.messageOf,
      isGone: options.isGone,
    });
  }

  /** The views of the open project; null for none. */
  get views(): Views | null {
    return this.#views;
  }

  /**
   * Opens a project, or stays in it. Rejects when it cannot be read. Returns false when another project was opened
   * meanwhile.
   */
  async open(project: string): Promise<boolean> {
    if (this.#views?.project === project) {
      await this.#views.current();
      return true;
    }
    let refused: { thrown: unknown } | null = null;
    const views = new Views(project, {
      ask: this.#o.program,
      isGone: this.#o.isGone,
      onShown: () => this.#show(views),
      onRefused: (thrown) => {
        if (views.overview) this.#o.onRefused(thrown);
        else refused = { thrown };
      },
    });
    this.#replace(views);
    await views.current();
    if (this.#views !== views) return false;
    if (refused) {
      this.#views = null;
      throw (refused as { thrown: unknown }).thrown;
    }
    return true;
  }

  /** Closes the open project. What was typed is still written. */
  close(): void {
    this.#replace(null);
  }

  /** Stores what the person typed or chose as an answer. With `soon`, as for a choice, it is written at once. */
  writeAnswer(project: string, row: string, field: string, own: OwnWords, soon: boolean): void {
    this.#type(placeOf(project, row, field), own, { what: "answer", project, row, field, own }, soon);
  }

  /** Stores what the person typed as the note on a statement. */
  writeNote(project: string, statement: string, own: OwnWords): void {
    this.#type(notePlace(project, statement), own, { what: "note", project, statement, own }, false);
  }

  /** Stores what the person typed as the title of a project. */
  writeTitle(project: string, title: string): void {
    this.queue.edit(titlePlace(project), () => ({ what: "title", project, title }));
  }

  /**
   * Runs `what` at its turn in the queue: after all that was typed before, and before all that is typed later. Rejects
   * when it failed, or when words before it could not be written.
   */
  inTurn<T>(what: () => Promise<T>): Promise<T> {
    return this.queue.change(what);
  }

  /**
   * Shows what a change did to the project; resolves when the page shows it. Only for functions that run in {@link
   * inTurn}.
   */
  async showChange<T extends Changed>(changed: T): Promise<T> {
    this.#noteTouched(changed);
    this.#take(changed);
    this.queue.noteSaved(new Date(changed.saved));
    await this.#views?.current();
    await this.#o.drawn();
    return changed;
  }

  #type(place: string, own: OwnWords, typed: Typed, soon: boolean): void {
    this.answers.write(place, own);
    this.queue.edit(place, () => typed, soon);
  }

  async #write(typed: Typed, place: string): Promise<void> {
    const changed = await this.#o.program.write(typed);
    if (typed.what !== "title") this.answers.saved(place, typed.own, changed.revision);
    this.#take(changed);
  }

  #take(changed: Changed): void {
    const { project } = changed;
    const views = this.#views;
    if (views?.project === project) views.take(changed);
    // No view shows it: a view that is opened later reads it as it is then.
    if (project !== null && !(views?.project === project && views.answersAt !== null)) {
      this.answers.settle(`${project}/`, changed.revision);
    }
    if (project !== null && views?.project !== project) this.answers.settle(`note:${project}/`, changed.revision);
  }

  #noteTouched({ project, touched, revision }: Changed): void {
    if (project === null || this.#views?.project !== project) return;
    for (const [row, field] of touched.fields) this.answers.bring(placeOf(project, row, field), revision);
    for (const statement of touched.notes) this.answers.bring(notePlace(project, statement), revision);
    const at = { ...this.#touchedAt, any: revision };
    if (touched.head) at.head = revision;
    if (touched.rows.length || touched.order.length) at.rows = revision;
    if (touched.citations.length || touched.fields.length) at.citations = revision;
    if (touched.notes.length) at.notes = revision;
    this.#touchedAt = at;
    this.#o.onTouched(at);
  }

  #show(views: Views): void {
    if (this.#views !== views) return;
    this.#o.onShown(views);
    const { answersAt } = views;
    if (answersAt !== null) this.answers.settle(`${views.project}/`, answersAt);
  }

  #replace(views: Views | null): void {
    this.#views?.close();
    this.#views = views;
    this.#touchedAt = untouched();
    this.#o.onTouched(this.#touchedAt);
  }
}
