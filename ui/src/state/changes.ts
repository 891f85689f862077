// The changes that the person makes to the open project other than typing. Each waits for its turn in the queue, and is
// shown before the next one.
import { api } from "../api";
import { refusal } from "../bridge";
import type { Changed, MendView, Preset, RefView } from "../bindings";
import { firstDifference } from "../form/difference";
import { shortcutText } from "../shortcuts";
import { t } from "../words";
import { UnsavedWords } from "./queue";
import { go, router, samePage } from "./route.svelte";
import { model, queue, session } from "./session.svelte";
import { tell, tellRefusal, withdraw } from "./toasts.svelte";
import { takeActiveField } from "./unkept";

/** How many changes the program refused. */
let refusals = 0;

/** Runs `what` at its turn in the queue. Returns null when the program refused it; the person has been told. */
async function inTurn<T>(what: () => Promise<T>): Promise<T | null> {
  try {
    return await model.inTurn(what);
  } catch (thrown) {
    refusals += 1;
    if (!(thrown instanceof UnsavedWords)) tellRefusal(refusal(thrown));
    else tellRefusal({ code: "unsaved", message: t("unsaved-first", { why: thrown.message }) });
    return null;
  }
}

/**
 * Writes all that was typed, before something else is done. Returns false when that failed: the person has been told,
 * and the text is kept.
 */
export async function savedFirst(): Promise<boolean> {
  return (await inTurn(() => Promise.resolve(true))) ?? false;
}

/**
 * Writes what was typed until nothing is left, also what is typed meanwhile, and what stands in a field that takes its
 * words when the person leaves it. Returns false when something cannot be written.
 */
export async function savedWhole(): Promise<boolean> {
  const before = refusals;
  takeActiveField();
  while (await queue.flush()) if (!queue.dirty) return refusals === before;
  return false;
}

/**
 * Makes one change that is not typing: of rows, citations, judgements. What was typed is written first, so that the
 * history has the order in which the person worked. Returns null when the program refused it; the person has been told.
 */
export async function change<T extends Changed>(make: (project: string) => Promise<T>): Promise<T | null> {
  const project = model.views?.project;
  if (!project) return null;
  return inTurn(async () => model.showChange(await make(project)));
}

/**
 * Undoes or redoes one step of the project, and goes to the place in the open form that it changed. With `only`, it
 * undoes this change and no other: where the project went on since, the person is told.
 */
async function step(back: boolean, only?: Changed): Promise<void> {
  const views = model.views;
  if (!views) return;
  let wentOn = false;
  const done = await inTurn(async () => {
    // The form may not show yet what was just written.
    await views.current();
    wentOn = only !== undefined && (views.project !== only.project || views.known !== only.revision);
    if (wentOn) return null;
    const what = views.overview?.undo[back ? "undo" : "redo"];
    if (!what || model.views !== views) return null;
    const before = views.form;
    await model.showChange(await (back ? api.undo : api.redo)(views.project));
    return { what, before };
  });
  if (wentOn) tell(t("undo-went-on", { keys: shortcutText("undo") }), { long: true });
  if (!done) return;
  const { what, before } = done;
  // There is one message on undo and redo. A row that undo brought back needs no other button to restore it.
  for (const about of ["undo", "trashed"]) withdraw(about);
  tell(t(back ? "undone" : "redone", { what }), { about: "undo" });
  const after = views.form;
  if (model.views !== views || router.route.screen !== "form" || before?.form !== after?.form) return;
  const place = before && after && firstDifference(before, after, session.section?.id);
  if (place) go({ ...router.route, ...place });
}

export const undo = (): Promise<void> => step(true);
export const redo = (): Promise<void> => step(false);
/** Undoes one change, as the button in its message says. Where it is not the last one any more, nothing is undone. */
export const undoOnly = (change: Changed): Promise<void> => step(true, change);

export async function addRow(register: string, values: Preset[], after?: string): Promise<string | null> {
  return (await change((project) => api.addRow(project, register, after, values)))?.row ?? null;
}

export async function moveRow(row: string, after: string | undefined): Promise<void> {
  await change((project) => api.moveRow(project, row, after));
}

/** Makes the change that mends a finding, as the program describes it. */
export async function mend({ label, change: what }: MendView): Promise<boolean> {
  const done = await change((project) =>
    what.command === "add_row"
      ? api.addRow(
          project,
          what.register,
          undefined,
          Object.entries(what.values).flatMap(([field, value]) => (value ? [{ field, value }] : [])),
        )
      : api.setRegisterValue(project, {
          ...(what.row ? { row: what.row } : { register: what.register }),
          field: what.field,
          value: what.value,
        }),
  );
  if (done) tell(t("mended", { what: label }), { about: "undo" });
  return done !== null;
}

/** Waives a finding with a reason. */
export const waive = async (finding: string, reason: string): Promise<boolean> =>
  (await change((project) => api.waive(project, finding, reason))) !== null;

/** Takes a waiver back. */
export const unwaive = async (finding: string): Promise<boolean> =>
  (await change((project) => api.unwaive(project, finding))) !== null;

/** The rows whose answers refer to a row; empty where the program refuses to tell. */
export async function namedBy(row: string): Promise<RefView[]> {
  const project = model.views?.project;
  const told = project ? await inTurn(() => api.namedBy(project, row)) : null;
  return told?.rows ?? [];
}

/**
 * Puts a row into the trash, and offers to take that back. With `detach`, answers that refer to the row lose the
 * reference in the same step; to take it back is to undo that step.
 */
export async function trashRow(row: string, label: string, detach = false): Promise<boolean> {
  const done = await change((project) => api.trashRow(project, row, detach));
  if (!done) return false;
  const from = router.route;
  const takeBack = async (): Promise<void> => {
    if (detach) return undoOnly(done);
    // The row is in its place again; if the person is still on the page, the caret goes into it.
    if ((await change((project) => api.restoreRow(project, row))) && samePage(from, router.route))
      go({ ...from, at: row });
  };
  tell(t("row-trashed", { what: label }), {
    action: { label: t("take-back"), run: () => void takeBack() },
    about: "trashed",
  });
  return true;
}
