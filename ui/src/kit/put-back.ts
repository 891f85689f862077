// A control whose change the program refuses shows again what is so. The page does this by itself only where the
// program's answer differs from the one before.

type Control = HTMLInputElement | HTMLSelectElement;
const isTick = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && control.type === "checkbox";
const shownBy = (control: Control): string | boolean => (isTick(control) ? control.checked : control.value);

/**
 * Waits for a change that a control asked for, then sets the control to what `told` gives, unless the person changed
 * the control again meanwhile.
 */
export async function orPutBack(
  control: Control,
  change: Promise<unknown>,
  told: () => string | number | boolean,
): Promise<void> {
  const asked = shownBy(control);
  await change;
  if (shownBy(control) !== asked) return;
  if (isTick(control)) control.checked = told() === true;
  else if (control.value !== String(told())) control.value = String(told());
}
