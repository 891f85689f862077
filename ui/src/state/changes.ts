// What the person does to the open project other than typing: each is one change, made when its turn in the queue has
// come, and shown before the next.
import { api } from "../api";
import { refusal } from "../bridge";
import type { Changed, MendView, Preset, RefView } from "../bindings";
import { firstDifference } from "../form/difference";
import { t } from "../words";
import { UnsavedWords } from "./queue";
import { go, here, samePage } from "./route.svelte";
import { model, queue, session } from "./session.svelte";
import { tell, tellRefusal, withdraw } from "./toasts.svelte";

/** Does something when its turn in the queue has come. Nothing when it was refused; the person is told. */
async function inTurn<T>(what: () => Promise<T>): Promise<T | null> {
  try {
    return await model.inTurn(what);
  } catch (thrown) {
    if (!(thrown instanceof UnsavedWords)) tellRefusal(refusal(thrown));
    else tellRefusal({ code: "unsaved", message: t("unsaved-first", { why: thrown.message }) });
    return null;
  }
}

/** Writes all that was typed before something else is done. False when that failed: it is told, and the text kept. */
export async function savedFirst(): Promise<boolean> {
  return (await inTurn(() => Promise.resolve(true))) ?? false;
}

/** Writes all that was typed until nothing is left, however long one types on. False when some can't be written. */
export async function savedWhole(): Promise<boolean> {
  while (await queue.flush()) if (!queue.dirty) return true;
  return false;
}

/**
 * Makes one change that is not typing: rows, citations, judgements. What was typed is written first, so that the order
 * in the history is the order in which the person worked. Nothing when it was refused; the person is told.
 */
export async function change<T extends Changed>(make: (project: string) => Promise<T>): Promise<T | null> {
  const project = model.views?.project;
  if (!project) return null;
  return inTurn(async () => model.showChange(await make(project)));
}

/** Goes one step back or forth in the project's history, and to the place on the open form that it changed. */
async function step(back: boolean): Promise<void> {
  const views = model.views;
  if (!views) return;
  const done = await inTurn(async () => {
    // What was just written may not be on the form yet.
    await views.current();
    const what = views.overview?.undo[back ? "undo" : "redo"];
    if (!what || model.views !== views) return null;
    const before = views.form;
    await model.showChange(await (back ? api.undo : api.redo)(views.project));
    return { what, before };
  });
  if (!done) return;
  const { what, before } = done;
  // One message on undo and redo; and what undo brought back needs no other way back.
  for (const about of ["undo", "trashed"]) withdraw(about);
  tell(t(back ? "undone" : "redone", { what }), { about: "undo" });
  const after = views.form;
  if (model.views !== views || here.route.screen !== "form" || before?.form !== after?.form) return;
  const place = before && after && firstDifference(before, after, session.section?.id);
  if (place) go({ ...here.route, ...place });
}

export const undo = (): Promise<void> => step(true);
export const redo = (): Promise<void> => step(false);

export async function addRow(register: string, values: Preset[], after?: string): Promise<string | null> {
  return (await change((project) => api.addRow(project, register, after, values)))?.row ?? null;
}

export async function moveRow(row: string, after: string | undefined): Promise<void> {
  await change((project) => api.moveRow(project, row, after));
}

/** Makes the change that mends a finding, as the program described it. */
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

/** Lets a finding stand for a reason. */
export const waive = async (finding: string, reason: string): Promise<boolean> =>
  (await change((project) => api.waive(project, finding, reason))) !== null;

/** Takes a waiver back. */
export const unwaive = async (finding: string): Promise<boolean> =>
  (await change((project) => api.unwaive(project, finding))) !== null;

/** The rows whose answers name a row; none where that can't be told. */
export async function namedBy(row: string): Promise<RefView[]> {
  const project = model.views?.project;
  const told = project ? await inTurn(() => api.namedBy(project, row)) : null;
  return told?.rows ?? [];
}

/**
 * Puts a row into the trash, and offers the way back. With `detach`, answers that name the row forget it in the same
 * step, and the way back is to undo that step.
 */
export async function trashRow(row: string, label: string, detach = false): Promise<boolean> {
  const done = await change((project) => api.trashRow(project, row, detach));
  if (!done) return false;
  const from = here.route;
  const takeBack = async (): Promise<void> => {
    if (detach) return undo();
    // Back in its place, with the caret in it, if the person is still there.
    if ((await change((project) => api.restoreRow(project, row))) && samePage(from, here.route))
      go({ ...from, at: row });
  };
  tell(t("row-trashed", { what: label }), {
    action: { label: t("take-back"), run: () => void takeBack() },
    about: "trashed",
  });
  return true;
}
