"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { isTheme } from "@/components/shell/theme";
import { environment } from "@/lib/core/env";
import { logOut } from "@/lib/identity/auth/log-out";
import { clearSessionCookie } from "@/lib/identity/auth/session-cookie";
import { requireSameOrigin } from "./submit";
import { findViewer } from "./viewer";
import { withErrorPages } from "./with-error-pages";

const yearInSeconds = 365 * 24 * 60 * 60;

/** Keeps the reader's choice of light or dark in a cookie, so that pages come in it at once. */
export async function chooseThemeAction(theme: unknown): Promise<void> {
  await requireSameOrigin();
  if (!isTheme(theme)) return;
  (await cookies()).set("theme", theme, {
    path: "/",
    maxAge: yearInSeconds,
    sameSite: "lax",
    httpOnly: true,
    secure: environment().BASE_URL.startsWith("https:"),
  });
}

/** Ends the session in the database, then forgets its cookie. */
export async function logOutAction(): Promise<void> {
  await requireSameOrigin();
  const viewer = await findViewer();
  if (viewer) await withErrorPages(() => logOut(viewer.actor, {}));
  await clearSessionCookie();
  redirect("/accounts/login");
}
