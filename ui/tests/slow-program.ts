// A program that takes its time, for the random test of the model: requests are carried out and answered after delays
// that differ, so that they overtake one another; some are refused; some changes tell nothing that follows from what
// the window has. It remembers every revision, so that a test can say what the window should show.
import type {
  Changed,
  Citations,
  Derived,
  Findings,
  FindingView,
  FormAnswer,
  FormChange,
  ProjectOverview,
  RowView,
} from "../src/bindings";
import { countsOf } from "../src/state/findings";
import type { Program, Typed } from "../src/state/model";

export type Random = () => number;

/** Numbers between 0 and 1 that are the same for the same seed. */
export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** What stands in a project at one revision. */
interface State {
  rows: Record<string, string[]>;
  texts: Record<string, string>;
}

interface Project {
  now: State;
  revision: number;
  undo: State[];
  redo: State[];
  /** Whether the program has it in memory, and can tell what a change derives. */
  inMemory: boolean;
  /** The form that was asked for last, as it was told. */
  told: FormAnswer | null;
  states: Map<number, State>;
}

export const REGISTERS = ["one", "two"];
export const FIELDS = ["f", "g"];

export class SlowProgram implements Program {
  readonly projects: Record<string, Project> = {};
  /** All that was carried out, in order: the texts that were written, and the names of the changes. */
  readonly log: string[] = [];
  refusing = true;
  #rows = 0;

  constructor(private readonly random: Random) {
    for (const id of ["p", "q"]) {
      const now: State = { rows: { one: [`${id}1`, `${id}2`], two: [`${id}3`] }, texts: {} };
      this.projects[id] = {
        now,
        revision: 1,
        undo: [],
        redo: [],
        inMemory: false,
        told: null,
        states: new Map([[1, structuredClone(now)]]),
      };
    }
  }

  project = (id: string): Promise<ProjectOverview> => this.#ask(id, (project) => this.#overview(project));
  citations = (id: string): Promise<Citations> =>
    this.#ask(id, (project) => ({ revision: project.revision, citations: {} }));
  findings = (id: string): Promise<Findings> => this.#ask(id, (project) => this.#findings(id, project.revision));
  form = (id: string, form: string): Promise<FormAnswer> =>
    this.#ask(id, (project) => (project.told = this.formAt(id, form, project.revision)));

  // Nobody shows risks in that test.
  risks = (): Promise<never> => Promise.reject(new Error("not part of this test"));
  risk = (): Promise<never> => Promise.reject(new Error("not part of this test"));

  write = (typed: Typed): Promise<Changed> =>
    this.#request(() => {
      if (typed.what !== "answer") throw new Error("not part of this test");
      const { project: id, row, own } = typed;
      const text = own.value?.kind === "line" ? own.value.value : "";
      const place = `${row}/${typed.field}`;
      const changed = this.#change(id, [place], (now) => {
        if (!this.has(id, row)) throw { code: "not_found" };
        now.texts[place] = text;
      });
      this.log.push(text);
      return changed;
    });

  addRow = (id: string, register: string, name: string): Promise<Changed> =>
    this.#request(() => {
      this.log.push(name);
      const row = `${id}-new-${++this.#rows}`;
      return { ...this.#change(id, [], (now) => now.rows[register]?.push(row)), row };
    });

  trashRow = (id: string, row: string, name: string): Promise<Changed> =>
    this.#request(() => {
      this.log.push(name);
      return this.#change(id, [], (now) => {
        for (const register of REGISTERS) now.rows[register] = now.rows[register]?.filter((r) => r !== row) ?? [];
      });
    });

  step = (id: string, back: boolean, name: string): Promise<Changed> =>
    this.#request(() => {
      const project = this.#of(id);
      const to = (back ? project.undo : project.redo).pop();
      if (!to) throw { code: "nothing_to_undo" };
      this.log.push(name);
      (back ? project.redo : project.undo).push(structuredClone(project.now));
      const places = Object.keys({ ...project.now.texts, ...to.texts });
      const touched = places.filter((place) => project.now.texts[place] !== to.texts[place]);
      return this.#commit(id, touched, to);
    });

  /** Whether a row is in the project now. */
  has(id: string, row: string): boolean {
    return REGISTERS.some((register) => this.#of(id).now.rows[register]?.includes(row));
  }

  /** A form as it was at a revision. */
  formAt(id: string, form: string, revision: number): FormAnswer {
    const state = this.#of(id).states.get(revision) as State;
    const sections = REGISTERS.map((register) => {
      const rows = (state.rows[register] ?? []).map((row, at) => ({
        id: row,
        register,
        number: `${register}${at + 1}`,
        label: state.texts[`${row}/f`] ?? "",
        cells: FIELDS.map((field) => {
          const text = state.texts[`${row}/${field}`];
          return { asked: true, ...(text === undefined ? {} : { value: { kind: "line", value: text } }) };
        }),
      }));
      const filled = rows.flatMap((row) => row.cells).filter((cell) => "value" in cell).length;
      const block = { type: "table", id: register, title: form, groups: [{ id: "", rows }] };
      return { id: register, progress: { filled, required: 9, gaps: [] }, parts: [{ id: register, blocks: [block] }] };
    });
    const controllers = (state.rows[REGISTERS[0] as string] ?? []).map((row) => state.texts[`${row}/f`] ?? "");
    return { form, revision, cited: [], controllers, sections } as unknown as FormAnswer;
  }

  #of(id: string): Project {
    return this.projects[id] as Project;
  }

  #overview({ revision, undo, redo }: Project): ProjectOverview {
    const words = (steps: State[]): string | null => (steps.length ? `step ${steps.length}` : null);
    return { revision, undo: { undo: words(undo), redo: words(redo) } } as unknown as ProjectOverview;
  }

  async #ask<T>(id: string, answer: (project: Project) => T): Promise<T> {
    return this.#request(() => {
      this.#of(id).inMemory = true;
      return structuredClone(answer(this.#of(id)));
    });
  }

  async #request<T>(carryOut: () => T): Promise<T> {
    const pause = (): Promise<void> => new Promise((go) => setTimeout(go, this.random() * 120));
    await pause();
    if (this.refusing && this.random() < 0.06) throw { code: "disk_full", message: "The disk is full." };
    const answer = carryOut();
    await pause();
    return answer;
  }

  #change(id: string, touched: string[], make: (now: State) => void): Changed {
    const project = this.#of(id);
    const to = structuredClone(project.now);
    make(to);
    project.undo.push(project.now);
    project.redo = [];
    return this.#commit(id, touched, to);
  }

  #commit(id: string, touched: string[], to: State): Changed {
    const project = this.#of(id);
    const since = project.revision;
    project.now = to;
    project.revision += 1;
    project.states.set(project.revision, structuredClone(to));
    if (this.random() < 0.12) Object.assign(project, { inMemory: false, told: null });
    const overview = this.#overview(project);
    return structuredClone({
      project: id,
      row: null,
      rows: [],
      citation: null,
      saved: new Date().toISOString(),
      undo: overview.undo,
      revision: project.revision,
      touched: {
        head: false,
        rows: [],
        registers: [],
        fields: touched.map((place) => place.split("/") as [string, string]),
        citations: [],
        notes: [],
        order: [],
        attachments: [],
        versions: [],
      },
      derived: project.inMemory ? this.#derived(id, since, overview) : null,
    });
  }

  #derived(id: string, since: number, overview: ProjectOverview): Derived {
    const project = this.#of(id);
    const before = project.told;
    let form: FormChange | null = null;
    if (before) {
      const now = (project.told = this.formAt(id, before.form, project.revision));
      form = difference(before, now);
      // Sometimes it is for a view that the window does not have.
      if (this.random() < 0.1) form.since = 0;
    }
    const [was, now] = [this.#findings(id, since), this.#findings(id, project.revision)];
    const came = now.findings.filter((one) => !was.findings.some((other) => other.text === one.text));
    const order = now.findings.map((one) => one.key);
    const findings = came.length || order.length !== was.findings.length ? { since, came, order, idle: [] } : null;
    return { since, overview, citations: {}, gone: [], findings, form };
  }

  /** One finding for each text of the project, which says the text. */
  #findings(id: string, revision: number): Findings {
    const texts = Object.entries((this.#of(id).states.get(revision) as State).texts);
    const findings = texts.map(
      ([key, text]) => ({ key, text, severity: "law", gap: false, open: true }) as unknown as FindingView,
    );
    return { project: id, revision, findings, idle: [], counts: countsOf(findings) };
  }

  /** What the findings of a revision say. */
  findingsAt(id: string, revision: number): Findings {
    return this.#findings(id, revision);
  }
}

/** What changed from one reading of a form to the next, rows that are as they were left out. */
function difference(before: FormAnswer, now: FormAnswer): FormChange {
  const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
  const rowsOf = (form: FormAnswer, at: number): RowView[] => {
    const block = form.sections[at]?.parts[0]?.blocks[0];
    return block?.type === "table" ? (block.groups[0]?.rows ?? []) : [];
  };
  const sections = now.sections.flatMap((section, at) => {
    if (same(section, before.sections[at])) return [];
    const part = structuredClone(section.parts[0] as (typeof section.parts)[0]);
    const rows = rowsOf(now, at);
    const told = rows.filter((row) => !rowsOf(before, at).some((earlier) => same(earlier, row)));
    const block = part.blocks[0];
    if (block?.type === "table") block.groups = [{ ...(block.groups[0] as (typeof block.groups)[0]), rows: told }];
    return [{ id: section.id, progress: section.progress, parts: [{ part, rows: [[rows.map((row) => row.id)]] }] }];
  });
  const controllers = same(before.controllers, now.controllers) ? undefined : now.controllers;
  return { form: now.form, since: before.revision, sections, cited: null, controllers };
}
