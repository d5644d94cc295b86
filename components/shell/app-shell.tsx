import { FlaskConical } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { BrandStyle } from "./brand-style";
import { CommandPalette } from "./command-palette";
import { Logo } from "./logo";
import { type MenuGroup, MenuLinks } from "./menu-links";
import { MobileMenu } from "./mobile-menu";
import { OrganizationLogo } from "./organization-logo";
import type { PaletteEntry } from "./palette-results";
import type { Theme } from "./theme";
import { UserMenu } from "./user-menu";

type AppShellProps = {
  organizationId: string;
  accentColor: string | null;
  logoHash: string | null;
  organizationName: string;
  isSandbox: boolean;
  /** The other environment, where the viewer has an account too. */
  sibling: { name: string; address: string; isSandbox: boolean } | undefined;
  /** The menu; empty for people without one. */
  menu: MenuGroup[];
  /** Pages and actions that the command palette offers; none for people without a menu. */
  paletteEntries: PaletteEntry[];
  userName: string;
  userDetail: string;
  theme: Theme;
  chooseTheme: (theme: string) => Promise<void>;
  logOut: () => Promise<void>;
  children: ReactNode;
};

/** Sidebar, top bar and the page between them. */
export async function AppShell(props: AppShellProps) {
  const t = await getTranslations("shell");
  return (
    <>
      <BrandStyle organizationId={props.organizationId} accentColor={props.accentColor} />
      <a
        href="#content"
        className="fixed top-2 left-2 z-50 -translate-y-20 rounded-lg bg-accent px-4 py-2 text-sm font-medium text-accent-ink focus:translate-y-0"
      >
        {t("skipToContent")}
      </a>
      <div className="flex min-h-dvh">
        {props.menu.length > 0 && (
          <aside className="sticky top-0 hidden h-dvh w-60 shrink-0 flex-col gap-5 overflow-y-auto border-r border-line bg-surface px-3 py-4 lg:flex">
            <Brand {...props} />
            <MenuLinks groups={props.menu} label={t("menu")} />
          </aside>
        )}
        <div className="flex min-w-0 flex-1 flex-col">
          <div className="sticky top-0 z-30">
            {props.isSandbox && (
              <section
                aria-label={t("environment")}
                className="flex min-h-9 flex-wrap items-center justify-center gap-x-3 bg-warning px-4 py-1.5 text-center text-[13px] leading-5 font-semibold text-surface"
              >
                <span className="flex items-center gap-2">
                  <FlaskConical aria-hidden className="size-4 shrink-0" />
                  {t("sandbox")}
                </span>
                {props.sibling && (
                  <a href={props.sibling.address} className="underline underline-offset-2">
                    {t("toProduction")}
                  </a>
                )}
              </section>
            )}
            <header
              data-shell
              className="flex h-14 items-center gap-2 border-b border-line bg-surface px-3 sm:px-6"
            >
              {props.menu.length > 0 && <MobileMenu groups={props.menu} />}
              <div className={props.menu.length > 0 ? "lg:hidden" : ""}>
                <Brand {...props} />
              </div>
              <div className="ml-auto flex items-center gap-2">
                {props.paletteEntries.length > 0 && (
                  <CommandPalette entries={props.paletteEntries} />
                )}
                <UserMenu
                  name={props.userName}
                  detail={props.userDetail}
                  sibling={props.sibling}
                  theme={props.theme}
                  chooseTheme={props.chooseTheme}
                  logOut={props.logOut}
                />
              </div>
            </header>
          </div>
          <main id="content" className="mx-auto w-full max-w-7xl flex-1 px-4 py-6 sm:px-6 sm:py-8">
            {props.children}
          </main>
        </div>
      </div>
    </>
  );
}

function Brand({
  organizationId,
  organizationName,
  logoHash,
}: Pick<AppShellProps, "organizationId" | "organizationName" | "logoHash">) {
  return (
    <Link href="/" className="flex min-w-0 items-center gap-2.5 rounded-lg px-2 py-1">
      {logoHash ? <OrganizationLogo organizationId={organizationId} hash={logoHash} /> : <Logo />}
      <span className="min-w-0">
        <span className="block text-sm leading-4 font-semibold text-ink">Wattdesk</span>
        <span className="block max-w-40 truncate text-xs leading-4 text-ink-faint">
          {organizationName}
        </span>
      </span>
    </Link>
  );
}
