// Short messages at the foot of the window; one may offer the way back.
import type { Refusal } from "../bridge";

export interface Toast {
  id: number;
  text: string;
  refused: boolean;
  action?: { label: string; run: () => void };
}

let last = 0;
export const toasts = $state<Toast[]>([]);

export function dismiss(id: number): void {
  const at = toasts.findIndex((toast) => toast.id === id);
  if (at >= 0) toasts.splice(at, 1);
}

export function tell(text: string, action?: Toast["action"]): void {
  const id = ++last;
  toasts.push({ id, text, refused: false, ...(action ? { action } : {}) });
  if (toasts.length > 3) toasts.shift();
  setTimeout(() => dismiss(id), action ? 12_000 : 6_000);
}

/** Shows what went wrong until the person has seen it. */
export function tellRefusal(refusal: Refusal): void {
  toasts.push({ id: ++last, text: [refusal.message, refusal.help].filter(Boolean).join(" "), refused: true });
  if (toasts.length > 3) toasts.shift();
}
