"use client";

import { useRouter } from "next/navigation";
import { startTransition, useEffect } from "react";

/** The link of a table that an event is about, where following it stays within the portal. */
function linkOf(event: Event): HTMLAnchorElement | undefined {
  const link = (event.target as Element | null)?.closest?.("a");
  if (!link?.closest(".data-table") || link.target || link.hasAttribute("download"))
    return undefined;
  return link.origin === window.location.origin ? link : undefined;
}

const addressOf = ({ pathname, search, hash }: HTMLAnchorElement) => pathname + search + hash;

/**
 * Follows the links of tables without reloading the page, and has what is pointed at fetched ahead. The links
 * stay plain ones: a component for each of a hundred rows would be more than the rows themselves.
 */
export function TableLinks() {
  const router = useRouter();
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
        return;
      const link = event.defaultPrevented ? undefined : linkOf(event);
      if (!link) return;
      event.preventDefault();
      startTransition(() => router.push(addressOf(link)));
    };
    const fetchAhead = (event: Event) => {
      const link = linkOf(event);
      if (link) router.prefetch(addressOf(link));
    };
    document.addEventListener("click", follow);
    document.addEventListener("pointerover", fetchAhead);
    document.addEventListener("focusin", fetchAhead);
    return () => {
      document.removeEventListener("click", follow);
      document.removeEventListener("pointerover", fetchAhead);
      document.removeEventListener("focusin", fetchAhead);
    };
  }, [router]);
  return null;
}
