"use client";

const key = "wattdesk-shortcuts";

/**
 * Whether single keys are shortcuts. They can be switched off, as WCAG 2.1.4 asks: who speaks to the computer
 * would set them off by words.
 */
export function hasShortcuts(): boolean {
  return localStorage.getItem(key) !== "off";
}

export function setShortcuts(isOn: boolean): void {
  localStorage.setItem(key, isOn ? "on" : "off");
}

/** Whether a key was meant for a field or for the browser. */
export function isMeantElsewhere(event: KeyboardEvent): boolean {
  if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented) return true;
  const target = event.target as HTMLElement;
  return (
    target.closest("input:not([type=checkbox]), textarea, select, [contenteditable], dialog") !==
    null
  );
}
