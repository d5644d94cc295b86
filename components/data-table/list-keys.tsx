"use client";

import { useEffect } from "react";
import { hasShortcuts, isMeantElsewhere } from "@/components/shell/shortcuts";

const rowLinks = () => [
  ...document.querySelectorAll<HTMLAnchorElement>("tbody tr td:not(:has(input)) a"),
];

/** The first link of each row: the record itself. */
function records(): HTMLAnchorElement[] {
  const links = rowLinks();
  return links.filter((link, index) => links[index - 1]?.closest("tr") !== link.closest("tr"));
}

function step(by: 1 | -1): void {
  const links = records();
  const row = document.activeElement?.closest("tbody tr");
  const at = row ? links.findIndex((link) => row.contains(link)) : -1;
  const next = at === -1 ? (by === 1 ? 0 : links.length - 1) : at + by;
  links[next]?.focus();
}

function act(event: KeyboardEvent): void {
  if (isMeantElsewhere(event) || !hasShortcuts()) return;
  const inTable = document.activeElement?.closest("tbody") !== null;
  const key = event.key;
  if (key === "j" || (key === "ArrowDown" && inTable)) step(1);
  else if (key === "k" || (key === "ArrowUp" && inTable)) step(-1);
  else if (key === "x" && inTable)
    document.activeElement
      ?.closest("tr")
      ?.querySelector<HTMLInputElement>("input[type=checkbox]")
      ?.click();
  else if (key === "/")
    document.querySelector<HTMLInputElement>("main input[type=search]")?.focus();
  else return;
  event.preventDefault();
}

/** Goes through a list by keys: j and k or the arrows, Enter opens, x chooses, / searches. */
export function ListKeys() {
  useEffect(() => {
    document.addEventListener("keydown", act);
    return () => document.removeEventListener("keydown", act);
  }, []);
  return null;
}
