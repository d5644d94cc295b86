"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Brings the page up to date again and again, as long as somebody may be looking at it. */
export function LiveRefresh({ everyMilliseconds }: { everyMilliseconds: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, everyMilliseconds);
    return () => clearInterval(timer);
  }, [router, everyMilliseconds]);
  return null;
}
