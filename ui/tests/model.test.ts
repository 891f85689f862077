// A slow program answers in any order and refuses at times: no acknowledged word is ever shown older, and no typed word
// is lost. A run that fails is named by its seed.
import { isDeepStrictEqual } from "node:util";

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import type { OwnWords } from "../src/state/answers";
import { Model, placeOf } from "../src/state/model";
import { UnsavedWords, type SaveState } from "../src/state/queue";
import { FIELDS, REGISTERS, seeded, SlowProgram } from "./slow-program";

/** Quicker than `expect`, which would take most of the time of a million checks. */
function must(holds: unknown, what: string): void {
  if (!holds) throw new Error(`not so: ${what}`);
}
const textOf = (own: OwnWords): string => (own.value?.kind === "line" ? own.value.value : "");

/** A person at the window, and what must be true of it at each moment. */
class Run {
  readonly random;
  readonly program;
  readonly model: Model;
  save: SaveState = { at: "rest" };
  /** The last words typed at each place that are not acknowledged. */
  readonly pending = new Map<string, { own: OwnWords; project: string }>();
  /** The revision at which words of each place were acknowledged last. */
  readonly acknowledged = new Map<string, number>();
  /** Numbers what is typed and made, in the order in which the person does it. */
  serial = 0;
  waits: Promise<unknown>[] = [];
  readonly written = new Set<OwnWords>();
  notRead = 0;
  failure: unknown = null;
  #checkedForm: unknown = null;
  #checkedFindings: unknown = null;

  constructor(seed: number) {
    this.random = seeded(seed);
    this.program = new SlowProgram(this.random);
    this.program.refusing = seed % 3 !== 0;
    const { program } = this;
    this.model = new Model({
      program: {
        ...program,
        write: async (typed) => {
          const changed = await program.write(typed);
          if (typed.what === "answer") {
            const place = placeOf(typed.project, typed.row, typed.field);
            this.acknowledged.set(place, changed.revision);
            this.written.add(typed.own);
            if (this.pending.get(place)?.own === typed.own) this.pending.delete(place);
          }
          return changed;
        },
      },
      onShown: () => {
        // What fails here would be taken for a refusal of the program.
        try {
          this.check();
        } catch (thrown) {
          this.failure ??= thrown;
        }
      },
      onTouched: () => {},
      onSaveState: (state) => (this.save = state),
      onRefused: () => (this.notRead += 1),
      messageOf: (thrown) => (thrown as { code: string }).code,
      isGone: (thrown) => (thrown as { code: string }).code === "not_found",
      drawn: () => Promise.resolve(),
    });
  }

  pick<T>(from: readonly T[]): T | undefined {
    return from[Math.floor(this.random() * from.length)];
  }

  /** The rows on the open form, with what is told in their cells. */
  get rows(): { id: string; register: string; cells: string[] }[] {
    const { form } = this.model.views ?? {};
    return (form?.sections ?? []).flatMap((section) =>
      section.parts.flatMap((part) =>
        part.blocks.flatMap((block) =>
          block.type !== "table"
            ? []
            : block.groups.flatMap((group) =>
                group.rows.map(({ id, register, cells }) => ({
                  id,
                  register,
                  cells: cells.map(({ value }) => (value?.kind === "line" ? value.value : "")),
                })),
              ),
        ),
      ),
    );
  }

  act(): void {
    const { model, program } = this;
    const views = model.views;
    const what = this.random();
    const name = String(++this.serial);
    if (!views || what < 0.05) {
      void model.open(this.pick(["p", "q"]) as string).catch(() => {});
    } else if (what < 0.1 || !views.form) void views.showForm(this.pick(["a", "b"]) as string);
    else if (what < 0.7) {
      const row = this.pick(this.rows);
      const field = Math.floor(this.random() * FIELDS.length);
      if (row) this.type(views.project, row.id, FIELDS[field] as string, row.cells[field] as string, name);
    } else if (what < 0.77) this.make(() => program.addRow(views.project, this.pick(REGISTERS) as string, name));
    else if (what < 0.8) {
      const row = this.pick(this.rows);
      if (row) this.make(() => program.trashRow(views.project, row.id, name));
    } else if (what < 0.88) this.make(() => program.step(views.project, true, name));
    else if (what < 0.92) this.make(() => program.step(views.project, false, name));
    else if (what < 0.96) void model.queue.flush();
    else model.close();
  }

  type(project: string, row: string, field: string, told: string, name: string): void {
    const place = placeOf(project, row, field);
    const before = this.model.answers.own(place);
    const text = `${before ? textOf(before) : told} ${name}`;
    const own: OwnWords = { value: { kind: "line", value: text }, by: null };
    this.pending.set(place, { own, project });
    this.model.writeAnswer(project, row, field, own, this.random() < 0.2);
  }

  make(make: () => ReturnType<SlowProgram["addRow"]>): void {
    const { views } = this.model;
    const [form, notRead] = [views?.form?.form, this.notRead];
    const before = [...this.pending];
    const inTurn = async (): ReturnType<typeof make> => {
      for (const [place, { own, project }] of before) {
        const written = this.written.has(own) || !this.program.has(project, place.split("/")[1] as string);
        must(written, `${place} is written before what was made after it`);
      }
      return this.model.showChange(await make());
    };
    const done = this.model.inTurn(inTurn).then(
      ({ revision }) => {
        // What was made is on the page when it is said to be done, unless it could not be read or one went elsewhere.
        if (this.notRead !== notRead || this.model.views !== views || views?.form?.form !== form) return;
        if (views?.form) expect(views.form.revision, "a change is shown").toBeGreaterThanOrEqual(revision);
      },
      (thrown: unknown) => {
        if (thrown instanceof UnsavedWords) return;
        if (!(thrown instanceof Error)) expect(thrown).toHaveProperty("code");
        else throw thrown;
      },
    );
    this.waits.push(done.catch((thrown: unknown) => (this.failure ??= thrown)));
  }

  check(): void {
    const { model, program } = this;
    for (const [place, { own, project }] of this.pending) {
      const unsaved = model.queue.unsaved(place);
      must(unsaved?.what === "answer" && unsaved.own === own, `${place} is among the unsaved`);
      must(this.save.at === "saving" || this.save.at === "failed", `${place} is told to be unsaved`);
      if (model.views?.project === project) must(model.answers.own(place) === own, `${place} is shown`);
    }
    const { views } = model;
    if (views?.findings && views.findings !== this.#checkedFindings) {
      const told = program.findingsAt(views.project, views.findings.revision);
      must(isDeepStrictEqual(views.findings, told), "the findings are of their revision");
      this.#checkedFindings = views.findings;
    }
    if (!views?.form) return;
    if (views.form !== this.#checkedForm) {
      const { form, revision } = views.form;
      must(isDeepStrictEqual(views.form, program.formAt(views.project, form, revision)), "the form is of its revision");
      this.#checkedForm = views.form;
    }
    for (const { place, acknowledged } of this.#places()) {
      // Without own words, what is shown is what the view has: it has to be new enough.
      const fits = model.answers.own(place) || views.form.revision >= acknowledged;
      must(fits, `${place} is not shown older than acknowledged`);
    }
  }

  /** The same between two steps, when all that was told has been taken over. */
  checkAtRest(): void {
    if (this.failure) throw this.failure;
    this.check();
    const { answers, views } = this.model;
    if (!views?.form) return;
    for (const { place, acknowledged } of this.#places()) {
      const fits = !answers.own(place) || answers.isUnsaved(place) || views.form.revision < acknowledged;
      must(fits, `${place} is the view's where the view has it`);
    }
  }

  *#places(): Generator<{ place: string; acknowledged: number }> {
    for (const { id } of this.rows) {
      for (const field of FIELDS) {
        const place = placeOf(this.model.views?.project ?? "", id, field);
        yield { place, acknowledged: this.acknowledged.get(place) ?? 0 };
      }
    }
  }

  /** Nothing is refused any more, and there is time: all is saved, shown, and in the order in which it was done. */
  async checkInTheEnd(): Promise<void> {
    const { model, program } = this;
    program.refusing = false;
    await vi.advanceTimersByTimeAsync(180_000);
    const { views } = model;
    // A reading that was refused is asked for again with the next change only.
    if (views?.form && this.notRead === 0) must(views.form.revision === views.known, "the form is up to date");
    for (const project of ["p", "q"]) {
      void model.open(project);
      await vi.advanceTimersByTimeAsync(2000);
      void model.views?.showForm("a");
      await vi.advanceTimersByTimeAsync(2000);
      this.checkAtRest();
      expect(model.views?.form?.revision).toBe(program.projects[project]?.revision);
      expect(model.views?.findings?.revision).toBe(program.projects[project]?.revision);
    }
    await Promise.all(this.waits);
    expect(model.queue.changing.count).toBe(0);
    for (const [place, { project }] of this.pending) {
      expect(program.has(project, place.split("/")[1] as string), `${place} could be saved`).toBe(false);
    }
    // A text ends with the number of its last key, a change is its number.
    const numbers = program.log.map((entry) => ({
      made: !entry.includes(" "),
      serial: Number(entry.split(" ").at(-1)),
    }));
    numbers.forEach(({ made, serial }, at) => {
      if (!made) return;
      for (const before of numbers.slice(0, at)) must(before.serial < serial, "the order of the work is kept");
    });
  }
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe("the model of the open project, with a slow program", () => {
  const RUNS = 300;
  const STEPS = 60;

  it.each(Array.from({ length: 10 }, (_, i) => i))("keeps every word, and shows none older (%i)", async (block) => {
    for (let seed = (block * RUNS) / 10; seed < ((block + 1) * RUNS) / 10; seed += 1) {
      const run = new Run(seed);
      try {
        for (let step = 0; step < STEPS; step += 1) {
          run.act();
          await vi.advanceTimersByTimeAsync(run.random() < 0.5 ? run.random() * 40 : run.random() * 700);
          run.checkAtRest();
        }
        await run.checkInTheEnd();
      } catch (thrown) {
        throw new Error(`seed ${seed}: ${(thrown as Error).message}`, { cause: thrown });
      } finally {
        vi.clearAllTimers();
      }
    }
  });
});
