import type { ReactNode } from "react";
import { BrandStyle } from "@/components/shell/brand-style";
import { Logo } from "@/components/shell/logo";
import { OrganizationLogo } from "@/components/shell/organization-logo";
import type { Anonymous } from "@/lib/core/access/actor";
import { viewBranding } from "@/lib/platform/branding/branding";

type Props = {
  children: ReactNode;
  anonymous?: Anonymous | undefined;
  /** Of the link that was opened; absent where that is unknown. */
  organization?: { organizationId: string; organizationName: string } | undefined;
};

/** The frame that an end-user sees: their utility's name, logo and colour. */
export async function ConnectFrame({ children, anonymous, organization }: Props) {
  const branding = anonymous && organization ? await viewBranding(anonymous, {}) : undefined;
  return (
    <>
      {organization && (
        <BrandStyle
          organizationId={organization.organizationId}
          accentColor={branding?.accentColor ?? null}
        />
      )}
      <main className="mx-auto flex min-h-dvh w-full max-w-lg flex-col px-4 py-8 sm:py-14">
        <div className="mb-8 flex items-center justify-center gap-2.5 text-[15px] font-semibold text-ink">
          {branding?.logoHash && organization ? (
            <OrganizationLogo
              organizationId={organization.organizationId}
              hash={branding.logoHash}
              isLarge
            />
          ) : (
            <Logo />
          )}
          {organization?.organizationName ?? "Wattdesk"}
        </div>
        {children}
      </main>
    </>
  );
}
