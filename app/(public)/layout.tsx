import type { ReactNode } from "react";
import { Logo } from "@/components/shell/logo";

/** The quiet frame of the pages before login. */
export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-lg flex-col px-4 py-8 sm:py-14">
      <div className="mb-8 flex items-center justify-center gap-2.5 text-[15px] font-semibold text-ink">
        <Logo />
        Wattdesk
      </div>
      {children}
    </main>
  );
}
