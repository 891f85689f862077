// The one model of the open project: what the program told, what the person typed since, and the queue by which one
// becomes the other. No Svelte: `session.svelte.ts` shows it. The rule: an older revision never replaces a newer one,
// and the person's own unsaved words are never replaced.
import type { Changed } from "../bindings";
import { Answers, type OwnWords } from "./answers";
import { WriteQueue, type SaveState } from "./queue";
import { Views, type Questions } from "./views";

/** What is typed, each with its project, since the person may be elsewhere when it is written. */
export type Typed =
  | { what: "answer"; project: string; row: string; field: string; own: OwnWords }
  | { what: "note"; project: string; statement: string; own: OwnWords }
  | { what: "title"; project: string; title: string };

/** The program, as far as the model needs it. */
export interface Program extends Questions {
  write: (typed: Typed) => Promise<Changed>;
}

/** The newest revision in which a change, not typing, touched records of a kind: lists of such are read again. */
export interface TouchedAt {
  head: number;
  rows: number;
  citations: number;
  notes: number;
  any: number;
}

export interface ModelOptions {
  program: Program;
  /** Told when other views are to be shown. */
  onShown: (views: Views) => void;
  /** Told when a change touched records, with the revisions of the last such changes. */
  onTouched: (at: TouchedAt) => void;
  onSaveState: (state: SaveState) => void;
  /** Told why the open project could not be read again. */
  onRefused: (thrown: unknown) => void;
  /** The message in what the program rejected with. */
  messageOf: (thrown: unknown) => string;
  /** Whether the program rejected because a row is not there. */
  isGone: (thrown: unknown) => boolean;
  /** Comes when the page has taken over what is shown. */
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

  /** The open project as the program told it. */
  get views(): Views | null {
    return this.#views;
  }

  /** Opens a project, or stays in it. Rejects when it can't be read. False when another was opened meanwhile. */
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

  /** Shows no project any more. What was typed is still written. */
  close(): void {
    this.#replace(null);
  }

  /** Takes what the person typed or chose as an answer; a choice, `soon`, is written at once. */
  writeAnswer(project: string, row: string, field: string, own: OwnWords, soon: boolean): void {
    this.#type(placeOf(project, row, field), own, { what: "answer", project, row, field, own }, soon);
  }

  /** Takes what the person typed as the note on a statement. */
  writeNote(project: string, statement: string, own: OwnWords): void {
    this.#type(notePlace(project, statement), own, { what: "note", project, statement, own }, false);
  }

  /** Takes what the person typed as a project's title. */
  writeTitle(project: string, title: string): void {
    this.queue.edit(titlePlace(project), () => ({ what: "title", project, title }));
  }

  /**
   * Does something when its turn in the queue has come: after all that was typed before it, and before all that is
   * typed from now on. Rejects when it failed, or when words before it could not be written.
   */
  inTurn<T>(what: () => Promise<T>): Promise<T> {
    return this.queue.change(what);
  }

  /** Shows what a change made of the project; resolves when the page has it. Only for what runs in {@link inTurn}. */
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
    // Nobody shows it: whoever opens it reads it as it is now.
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
