// Short messages at the foot of the window. A message may offer to take an action back.
import type { Refusal } from "../bridge";

export interface Toast {
  id: number;
  text: string;
  refused: boolean;
  /** The matter of the message, for {@link withdraw}. */
  about?: string;
  action?: { label: string; run: () => void };
  /** Words of the person that stand nowhere else: only the person closes such a message. */
  words?: string;
}

let last = 0;
export const toasts = $state<Toast[]>([]);
/** The messages that leave by themselves, and the time that each still has, ms. */
const leaving = new Map<number, { left: number; since: number; timer?: ReturnType<typeof setTimeout> }>();
/** The least time that a message stays after the person turned away from it, ms. */
const LEAST = 2_000;
let held = false;

export function dismiss(id: number): void {
  const at = toasts.findIndex((toast) => toast.id === id);
  if (at >= 0) toasts.splice(at, 1);
  clearTimeout(leaving.get(id)?.timer);
  leaving.delete(id);
}

function leaveIn(id: number, left: number): void {
  const timer = held ? {} : { timer: setTimeout(() => dismiss(id), left) };
  leaving.set(id, { left, since: Date.now(), ...timer });
}

/** While the person reads the messages or has the focus in them, none leaves by itself. */
export function hold(is: boolean): void {
  if (held === is) return;
  held = is;
  for (const [id, { left, since, timer }] of [...leaving]) {
    clearTimeout(timer);
    leaveIn(id, is ? left - (Date.now() - since) : Math.max(left, LEAST));
  }
}

/** Removes the messages about something that is no longer so. */
export function withdraw(about: string): void {
  for (const toast of [...toasts]) if (toast.about === about) dismiss(toast.id);
}

function show(toast: Omit<Toast, "id">): number {
  const id = ++last;
  for (const other of [...toasts]) if (other.text === toast.text) dismiss(other.id);
  toasts.push({ ...toast, id });
  if (toasts.length <= 3) return id;
  const others = toasts.filter((other) => other.words === undefined && other.id !== id);
  // An error stays until the person has read it, so another message goes first.
  const oldest = others.find((other) => !other.refused) ?? others[0];
  if (oldest) dismiss(oldest.id);
  return id;
}

/** Shows a message. With `long`, it stays for longer, so that the person has time to read it and to act. */
export function tell(text: string, more: Pick<Toast, "action" | "about"> & { long?: boolean } = {}): void {
  const { long, ...rest } = more;
  const id = show({ text, refused: false, ...rest });
  leaveIn(id, long || more.action ? 12_000 : 6_000);
}

/** Gives words back to the person that could not be put into their place. `text` says why, and contains them. */
export function giveBack(words: string, text: string, action?: Toast["action"]): void {
  show({ text, words, refused: true, ...(action ? { action } : {}) });
}

/** Shows an error until the person closes it. */
export function tellRefusal(refusal: Refusal): void {
  show({ text: [refusal.message, refusal.help].filter(Boolean).join(" "), refused: true });
}
