"use client";

import { useEffect } from "react";
import { recordOpenedAction } from "./actions";

/** Notes that the link was opened once somebody touches the page: what only fetches it does not. */
export function NoteOpened({ token }: { token: string }) {
  useEffect(() => {
    const done = new AbortController();
    const note = (event: Event) => {
      if (!event.isTrusted) return;
      done.abort();
      void recordOpenedAction(token);
    };
    for (const touch of ["pointerdown", "keydown"]) {
      document.addEventListener(touch, note, { signal: done.signal });
    }
    return () => done.abort();
  }, [token]);
  return null;
}
