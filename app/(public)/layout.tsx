import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { Logo } from "@/components/shell/logo";
import { findHostOrganization } from "../_request/viewer";

/** The quiet frame of the pages before login. At an organization's own host it bears its name. */
export default async function PublicLayout({ children }: { children: ReactNode }) {
  const organization = await findHostOrganization();
  if (organization === null) notFound();
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-lg flex-col px-4 py-8 sm:py-14">
      <div className="mb-8 flex items-center justify-center gap-2.5 text-[15px] font-semibold text-ink">
        <Logo />
        {organization?.name ?? "Wattdesk"}
      </div>
      {children}
    </main>
  );
}
