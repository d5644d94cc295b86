import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { BrandStyle } from "@/components/shell/brand-style";
import { Logo } from "@/components/shell/logo";
import { OrganizationLogo } from "@/components/shell/organization-logo";
import { anonymousActor } from "@/lib/identity/auth/log-in";
import { viewBranding } from "@/lib/platform/branding/branding";
import { findHostOrganization, getLoginContext } from "../_server/viewer";

/** The quiet frame of the pages before login. At an organization's own host it bears its name. */
export default async function PublicLayout({ children }: { children: ReactNode }) {
  const organization = await findHostOrganization();
  if (organization === null) notFound();
  const branding =
    organization &&
    (await viewBranding(
      anonymousActor({ organizationId: organization.id }, await getLoginContext()),
      {},
    ));
  return (
    <>
      {organization && (
        <BrandStyle organizationId={organization.id} accentColor={branding?.accentColor ?? null} />
      )}
      <main className="mx-auto flex min-h-dvh w-full max-w-lg flex-col px-4 py-8 sm:py-14">
        <div className="mb-8 flex items-center justify-center gap-2.5 text-[15px] font-semibold text-ink">
          {branding?.logoHash && organization ? (
            <OrganizationLogo organizationId={organization.id} hash={branding.logoHash} isLarge />
          ) : (
            <Logo />
          )}
          {organization?.name ?? "Wattdesk"}
        </div>
        {children}
      </main>
    </>
  );
}
