import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { Messages } from "@/lib/core/i18n/messages";

const everywhere = ["forms", "problems", "lists", "shell"] as const satisfies (keyof Messages)[];

/** Sends the browser the words that the client components below need, and no others. */
export async function ClientMessages({
  namespaces,
  children,
}: {
  namespaces: readonly (keyof Messages)[];
  children: ReactNode;
}) {
  const messages = (await getMessages()) as Messages;
  const picked = Object.fromEntries(
    [...everywhere, ...namespaces].map((namespace) => [namespace, messages[namespace]]),
  );
  return <NextIntlClientProvider messages={picked}>{children}</NextIntlClientProvider>;
}
