"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** A refresh resets forms whose record has changed, and so would discard what is being typed. */
const isFillingIn = () => document.activeElement?.matches("input, select, textarea") === true;

/** Brings the page up to date again and again, as long as somebody may be looking at it and fills nothing in. */
export function LiveRefresh({ everyMilliseconds }: { everyMilliseconds: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible" && !isFillingIn()) router.refresh();
    }, everyMilliseconds);
    return () => clearInterval(timer);
  }, [router, everyMilliseconds]);
  return null;
}
