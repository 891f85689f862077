// The one door to the program behind the window. No other file imports @tauri-apps.
import { invoke } from "@tauri-apps/api/core";
import { getCurrentWindow } from "@tauri-apps/api/window";

import type { Commands } from "./bindings";

/** What the program says when it refuses or fails; `code` is for the window, the rest for people. */
export interface Refusal {
  code: string;
  message: string;
  help?: string;
  detail?: string;
}

const inWindow = "__TAURI_INTERNALS__" in globalThis;

/** Whatever was thrown, as something that can be shown. */
export function refusal(thrown: unknown): Refusal {
  if (thrown && typeof thrown === "object" && "message" in thrown) {
    const t = thrown as Partial<Refusal> & { message: unknown };
    return { ...t, code: typeof t.code === "string" ? t.code : "internal", message: String(t.message) };
  }
  return { code: "internal", message: String(thrown) };
}

async function developmentCall(name: string, args: object): Promise<unknown> {
  const answer = await fetch("/call", { method: "POST", body: JSON.stringify({ ...args, command: name }) });
  const said = (await answer.json()) as { ok: boolean; result?: unknown; error?: Refusal };
  if (!said.ok) throw said.error ?? { code: "internal", message: `${name}: no answer` };
  return said.result;
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

/** Asks where to save; nothing if the person changed their mind. */
export async function chooseSavePath(suggested: string): Promise<string | null> {
  if (!inWindow) return `/tmp/${suggested}`;
  return invoke<string | null>("choose_save_path", { suggested });
}

/** Asks for a workspace, or a place for a new one, and opens it. Its path, or nothing when the person gives up. */
export async function openWorkspace(create: boolean): Promise<string | null> {
  if (!inWindow) return null;
  return invoke<string | null>("open_workspace", { create });
}

/** Opens a file with the program the system has for it. */
export async function openFile(path: string): Promise<void> {
  if (inWindow) await invoke("open_file", { path });
}

/** Runs `mayClose` before the window closes; it stays open if that says no. */
export function beforeClose(mayClose: () => Promise<boolean>): void {
  if (inWindow) {
    void getCurrentWindow().onCloseRequested(async (event) => {
      if (!(await mayClose())) event.preventDefault();
    });
  } else {
    addEventListener("pagehide", () => void mayClose());
  }
}

/** Closes the window without asking again. */
export async function closeNow(): Promise<void> {
  if (inWindow) await getCurrentWindow().destroy();
}
