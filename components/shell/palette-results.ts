"use client";

import { useEffect, useState } from "react";

export type PaletteEntry = {
  href: string;
  kind: "page" | "action" | "endUser" | "device" | "member" | "case" | "handbook";
  label: string;
  detail?: string;
};

const typingPause = 150;

/** What is found on the server for a term; the answer to an older term is let go. */
export function useFound(term: string): { found: PaletteEntry[]; isLooking: boolean } {
  const [answer, setAnswer] = useState<{ term: string; found: PaletteEntry[] }>();
  const wanted = term.trim();
  useEffect(() => {
    if (wanted.length < 2) return;
    const request = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(`/search?${new URLSearchParams({ term: wanted })}`, {
          signal: request.signal,
        });
        const { results } = response.ok ? await response.json() : { results: [] };
        setAnswer({ term: wanted, found: results });
      } catch (error) {
        if (!request.signal.aborted) setAnswer({ term: wanted, found: [] });
        if (!(error instanceof Error)) throw error;
      }
    }, typingPause);
    return () => {
      clearTimeout(timer);
      request.abort();
    };
  }, [wanted]);
  const isAsked = wanted.length >= 2;
  return {
    found: isAsked ? (answer?.found ?? []) : [],
    isLooking: isAsked && answer?.term !== wanted,
  };
}
