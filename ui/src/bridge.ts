// Calls the program behind the window. No other file imports @tauri-apps.
import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import { getCurrentWindow } from "@tauri-apps/api/window";

import type { Commands } from "./bindings";

/** The error of a command. The window decides by `code`; a person reads `message`, `help` and `detail`. */
export interface Refusal {
  code: string;
  message: string;
  help?: string;
  detail?: string;
}

const inWindow = "__TAURI_INTERNALS__" in globalThis;

/** Turns any thrown value into a refusal, which the window can show. */
export function refusal(thrown: unknown): Refusal {
  if (thrown && typeof thrown === "object" && "message" in thrown) {
    const known = thrown as Partial<Refusal> & { message: unknown };
    const code = typeof known.code === "string" ? known.code : "internal";
    return { ...known, code, message: String(known.message) };
  }
  return { code: "internal", message: String(thrown) };
}

async function developmentCall(name: string, args: object): Promise<unknown> {
  const response = await fetch("/call", { method: "POST", body: JSON.stringify({ ...args, command: name }) });
  const answer = (await response.json()) as { ok: boolean; result?: unknown; error?: Refusal };
  if (!answer.ok) throw answer.error ?? { code: "internal", message: `${name}: no answer` };
  return answer.result;
}

/** Calls one command of the program. Rejects with a {@link Refusal}. */
export async function call<K extends keyof Commands>(
  name: K,
  args: Commands[K]["arguments"],
): Promise<Commands[K]["answer"]> {
  type Answer = Commands[K]["answer"];
  try {
    if (inWindow) return await invoke<Answer>("call", { name, args });
    if (import.meta.env.DEV) return (await developmentCall(name, args)) as Answer;
  } catch (thrown) {
    throw refusal(thrown);
  }
  throw { code: "internal", message: "no program behind this page" } satisfies Refusal;
}

/** Asks the person where to save. Gives the path, or null when the person cancels. */
export async function chooseSavePath(suggested: string): Promise<string | null> {
  if (!inWindow) return `/tmp/${suggested}`;
  return invoke<string | null>("choose_save_path", { suggested });
}

/** Asks the person for a provider's pages: a folder, or a file. Gives the path, or null when the person cancels. */
export async function choosePages(folder: boolean): Promise<string | null> {
  if (!inWindow) return folder ? "/tmp/pages" : "/tmp/pages.zip";
  return invoke<string | null>("choose_pages", { folder });
}

/** Asks the person for a file that a reviewer sent back. Gives the path, or null when the person cancels. */
export async function chooseReturned(): Promise<string | null> {
  if (!inWindow) return "/tmp/returned.docx";
  return invoke<string | null>("choose_returned");
}

/** Asks the person for a file, to be attached. Gives the path, or null when the person cancels. */
export const chooseFile = (): Promise<string | null> => choosePages(false);

/**
 * Asks the person for a workspace, or for the place of a new one, and opens it. Gives its path, or null when the person
 * cancels.
 */
export async function openWorkspace(create: boolean): Promise<string | null> {
  if (!inWindow) return null;
  return invoke<string | null>("open_workspace", { create });
}

/** A workspace that was opened on this computer before. */
export interface RecentWorkspace {
  path: string;
  /** Whether the file is there now. */
  there: boolean;
}

/** The workspaces that were opened last, the last one first. */
export async function recentWorkspaces(): Promise<RecentWorkspace[]> {
  return inWindow ? invoke<RecentWorkspace[]>("recent_workspaces") : [];
}

/** Opens a workspace that was opened before. Gives its path. */
export async function openRecent(path: string): Promise<string | null> {
  return inWindow ? invoke<string>("open_recent", { path }) : null;
}

/** Takes a workspace off the list of those opened last; the file stays. */
export async function forgetRecent(path: string): Promise<void> {
  if (inWindow) await invoke("forget_recent", { path });
}

/** Opens a workspace that was saved under a name which the person chose. Gives its path. */
export async function openSaved(path: string): Promise<string | null> {
  return inWindow ? invoke<string>("open_saved", { path }) : null;
}

/** The newest backup of a workspace that cannot be opened, and the path that the program proposes for restoring it. */
export interface BackupToRestore {
  backup: string;
  proposed: string;
}

/** The newest backup of the workspace that cannot be opened, or null when there is none. */
export async function backupToRestore(): Promise<BackupToRestore | null> {
  return inWindow ? invoke<BackupToRestore | null>("backup_to_restore") : null;
}

/** Restores that backup as the workspace `path`, which the person chose, and opens it. Gives its path. */
export async function restoreNewestBackup(path: string): Promise<string> {
  return invoke<string>("restore_newest_backup", { path });
}

/** Opens the workspace that another start of the program was given. Gives its path, or null when there is none. */
export async function openRequested(): Promise<string | null> {
  return inWindow ? invoke<string | null>("open_requested") : null;
}

/** Calls `ask` when another start of the program is given a workspace. Returns the function that ends this. */
export function onWorkspaceRequested(ask: () => void): () => void {
  if (!inWindow) return () => undefined;
  const listening = listen("workspace-requested", ask);
  return () => void listening.then((stop) => stop());
}

/** Calls `read` when a backup changed the notices about the workspace. Returns the function that ends this. */
export function onNotices(read: () => void): () => void {
  if (!inWindow) return () => undefined;
  const listening = listen("notices-changed", read);
  return () => void listening.then((stop) => stop());
}

/** Opens a file with the program that the operating system uses for its type. */
export async function openFile(path: string): Promise<void> {
  if (inWindow) await invoke("open_file", { path });
}

/** Calls `mayClose` before the window closes. The window stays open when it gives false. */
export function beforeClose(mayClose: () => Promise<boolean>): void {
  if (inWindow) {
    void getCurrentWindow().onCloseRequested(async (event) => {
      if (!(await mayClose())) event.preventDefault();
    });
  } else {
    addEventListener("pagehide", () => void mayClose());
  }
}

/** Closes the window without a call of `mayClose`. */
export async function closeNow(): Promise<void> {
  if (inWindow) await getCurrentWindow().destroy();
}
