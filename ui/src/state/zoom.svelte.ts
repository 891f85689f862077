// The zoom of the window. Every size follows the font size of the root element, and so does the room that a screen has.
const KEY = "vurder-zoom";
/** The possible zooms, in per cent. */
const STEPS = [70, 80, 90, 100, 110, 125, 150, 175, 200];
const USUAL = 100;

function stored(): number {
  const percent = Number(localStorage.getItem(KEY));
  return STEPS.includes(percent) ? percent : USUAL;
}

export const zoom = $state<{ percent: number }>({ percent: stored() });

/** The width of the window in px of the usual zoom: in twice the size, half as much has room. */
export const room = $state<{ width: number }>({ width: innerWidth });
/** Below the first width, screens put their parts below each other; from the second on, beside each other. */
const NARROW = 1150;
const WIDE = 1400;

// A condition of CSS on the width of the window does not know the zoom, so the styles read `data-room`.
function measure(): void {
  room.width = innerWidth / (zoom.percent / USUAL);
  const name = room.width < NARROW ? "narrow" : room.width < WIDE ? "middle" : "wide";
  document.documentElement.dataset.room = name;
}

function apply(): void {
  document.documentElement.style.fontSize = zoom.percent === USUAL ? "" : `${zoom.percent}%`;
  measure();
}

/** Makes everything one step larger or smaller, or resets the zoom. It is kept on this computer. */
export function zoomBy(step: 1 | -1 | "usual"): void {
  const at = STEPS.indexOf(zoom.percent);
  const next = step === "usual" ? USUAL : STEPS[Math.min(Math.max(at + step, 0), STEPS.length - 1)];
  zoom.percent = next ?? USUAL;
  localStorage.setItem(KEY, String(zoom.percent));
  apply();
}

/** What a key with Ctrl does to the zoom; null for any other key. */
export function zoomOf(key: string): 1 | -1 | "usual" | null {
  if (key === "+" || key === "=") return 1;
  if (key === "-" || key === "−" || key === "_") return -1;
  return key === "0" ? "usual" : null;
}

/** Pixels that a wheel turns for one step. A notch of a mouse's wheel is more; a touchpad gives many small turns. */
const STEP = 60;
let turned = 0;

/** Ctrl with the wheel zooms as the keys do: the webview's own zoom is not kept, and no key resets it. */
export function zoomByWheel(e: WheelEvent): void {
  if (!e.ctrlKey) return;
  e.preventDefault();
  turned += e.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? e.deltaY : Math.sign(e.deltaY) * STEP;
  if (Math.abs(turned) < STEP) return;
  zoomBy(turned < 0 ? 1 : -1);
  turned = 0;
}

apply();
addEventListener("resize", measure);
